import { eq } from 'drizzle-orm';
import type { PostalAddress } from '@/lib/domain/address';
import type { Currency } from '@/lib/domain/money';
import type { DecreasePolicy, Term } from '@/lib/domain/plans';
import { type Transaction, write } from './client';
import { offerCountries, offers, offerTexts, planPrices, plans, publishers } from './schema';
import type { JobScope } from './scope';

export type PublisherDraft = PostalAddress & {
  readonly id: string;
  readonly name: string;
  /** Registered by the publisher: https, or http on this machine. Without a fragment. */
  readonly landingUrl: string;
  readonly supportUrl: string;
};

/** Net prices in minor units per term: for the whole organization when flat, else per license. */
export type PlanDraft = {
  readonly id: string;
  readonly name: string;
  readonly term: Term;
  readonly decreasePolicy: DecreasePolicy;
  /** Absent exactly when the plan is flat. */
  readonly range?: { readonly min: number; readonly max: number };
  readonly prices: Readonly<Partial<Record<Currency, bigint>>>;
};

export type OfferDraft = {
  readonly id: string;
  readonly publisherId: string;
  readonly name: string;
  /** One sentence per locale. */
  readonly summaries: Readonly<Record<string, string>>;
  /** The only countries it is sold in; left out, it is sold wherever apps are sold. */
  readonly countries?: readonly string[];
  readonly plans: readonly PlanDraft[];
};

export async function savePublisher(_scope: JobScope, draft: PublisherDraft, createdAt: number) {
  return write((tx) => tx.insert(publishers).values({ ...draft, createdAt }));
}

/** Where readers are handed over from now on. */
export async function saveLandingUrl(_scope: JobScope, publisherId: string, landingUrl: string) {
  return write((tx) => tx.update(publishers).set({ landingUrl }).where(eq(publishers.id, publisherId)));
}

/** An app with its texts, its plans and their prices. */
export async function saveOffer(_scope: JobScope, draft: OfferDraft, createdAt: number) {
  return write((tx) => insertOffer(tx, draft, createdAt));
}

export async function insertOffer(tx: Transaction, draft: OfferDraft, createdAt: number): Promise<void> {
  const { id, publisherId, name } = draft;
  await tx.insert(offers).values({ id, publisherId, name, createdAt });
  await insertOfferParts(tx, draft, createdAt);
}

/** Texts, countries, plans and prices. A plan that is there already takes the new name and range. */
export async function insertOfferParts(tx: Transaction, draft: OfferDraft, createdAt: number): Promise<void> {
  const { id: offerId, summaries, countries = [] } = draft;
  for (const [locale, summary] of Object.entries(summaries)) {
    await tx.insert(offerTexts).values({ offerId, locale, summary });
  }
  for (const country of countries) await tx.insert(offerCountries).values({ offerId, country });
  for (const { prices, range, ...plan } of draft.plans) {
    const said = { name: plan.name, minQuantity: range?.min ?? null, maxQuantity: range?.max ?? null };
    const pricing = range ? 'per_license' : 'flat';
    await tx
      .insert(plans)
      .values({ ...plan, ...said, pricing, offerId, createdAt })
      .onConflictDoUpdate({ target: plans.id, set: said });
    for (const [currency, unitAmountMinor] of Object.entries(prices)) {
      await tx.insert(planPrices).values({ planId: plan.id, currency, unitAmountMinor });
    }
  }
}
