import { asc, eq, inArray } from 'drizzle-orm';
import { canonicalJson, type Json } from '@/lib/domain/canonical-json';
import type { Reader, Transaction } from './client';
import type { Compared, ImportFault } from './imports';
import { insertOffer, insertOfferParts, type OfferDraft, type PlanDraft, type PublisherDraft } from './offers';
import { offerCountries, offers, offerTexts, planPrices, plans, publishers } from './schema';

/** Offers of a file beside those that are there. A plan that the file leaves out loses its prices: nobody can buy it. */
export async function compareOffers(
  db: Reader,
  drafts: readonly OfferDraft[],
  withPublishers: readonly PublisherDraft[],
): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const [index, draft] of drafts.entries()) {
    const stored = await findOfferDraft(db, draft.id);
    const isKnown =
      withPublishers.some(({ id }) => id === draft.publisherId) || (await hasPublisher(db, draft.publisherId));
    const path = ['offers', index];
    const faults: ImportFault[] = [
      ...(isKnown ? [] : [{ path: [...path, 'publisher'], code: 'publisher_unknown' as const }]),
      ...(stored && stored.publisherId !== draft.publisherId
        ? [{ path: [...path, 'publisher'], code: 'publisher_fixed' as const }]
        : []),
      ...(await planFaults(db, draft, stored, index)),
    ];
    const isSame = stored !== undefined && textOf(stored) === textOf(draft);
    compared.push({
      kind: 'offer',
      id: draft.id,
      change: stored === undefined ? 'new' : isSame ? 'unchanged' : 'changed',
      faults,
      apply: (tx, now) => (stored ? replaceOffer(tx, draft, stored, now) : insertOffer(tx, draft, now)),
    });
  }
  return compared;
}

/** Equal for offers that say the same, whatever the order; a plan without any price counts for nothing. */
function textOf({ id, publisherId, name, summaries, countries = [], plans: own }: OfferDraft): string {
  const sold = own.filter(({ prices }) => Object.keys(prices).length > 0);
  return canonicalJson({
    ...{ id, publisherId, name, summaries },
    countries: [...countries].sort(),
    plans: Object.fromEntries(sold.map((plan) => [plan.id, factsOf(plan)])),
  });
}

function factsOf(plan: PlanDraft): Json {
  const amounts = Object.entries(plan.prices).map(([currency, amountMinor]) => [currency, String(amountMinor)]);
  return { name: plan.name, kind: kindOf(plan), range: plan.range ?? null, prices: Object.fromEntries(amounts) };
}

/** What a running subscription relies on does not change: its plan keeps price model, term and rule for decreases. */
async function planFaults(
  db: Reader,
  draft: OfferDraft,
  stored: OfferDraft | undefined,
  index: number,
): Promise<ImportFault[]> {
  const faults: ImportFault[] = [];
  for (const [at, plan] of draft.plans.entries()) {
    const path = ['offers', index, 'plans', at];
    const same = stored?.plans.find(({ id }) => id === plan.id);
    const [other] = same ? [] : await db.select({ id: plans.id }).from(plans).where(eq(plans.id, plan.id));
    if (other) faults.push({ path: [...path, 'id'], code: 'plan_elsewhere' });
    if (same && kindOf(same) !== kindOf(plan)) faults.push({ path, code: 'plan_fixed' });
  }
  return faults;
}

function kindOf({ term, decreasePolicy, range }: PlanDraft): string {
  return [term, decreasePolicy, range ? 'per_license' : 'flat'].join(' ');
}

async function hasPublisher(db: Reader, id: string): Promise<boolean> {
  return (await db.$count(publishers, eq(publishers.id, id))) > 0;
}

async function findOfferDraft(db: Reader, id: string): Promise<OfferDraft | undefined> {
  const [offer] = await db.select().from(offers).where(eq(offers.id, id));
  if (!offer) return undefined;
  const texts = await db.select().from(offerTexts).where(eq(offerTexts.offerId, id));
  const countries = await db.select().from(offerCountries).where(eq(offerCountries.offerId, id));
  const own = await db.select().from(plans).where(eq(plans.offerId, id)).orderBy(asc(plans.id));
  const ids = own.map((plan) => plan.id);
  const prices = await db.select().from(planPrices).where(inArray(planPrices.planId, ids));
  return {
    id,
    publisherId: offer.publisherId,
    name: offer.name,
    summaries: Object.fromEntries(texts.map(({ locale, summary }) => [locale, summary])),
    countries: countries.map(({ country }) => country),
    plans: own.map(({ id: planId, name, term, decreasePolicy, minQuantity, maxQuantity }) => ({
      id: planId,
      name,
      term,
      decreasePolicy,
      ...(minQuantity === null || maxQuantity === null ? {} : { range: { min: minQuantity, max: maxQuantity } }),
      prices: Object.fromEntries(
        prices.filter((price) => price.planId === planId).map((price) => [price.currency, price.unitAmountMinor]),
      ),
    })),
  };
}

/** List prices only: what was bought keeps the price it was bought at. */
async function replaceOffer(tx: Transaction, draft: OfferDraft, stored: OfferDraft, now: number): Promise<void> {
  const { id: offerId, name } = draft;
  const ids = stored.plans.map(({ id }) => id);
  await tx.update(offers).set({ name }).where(eq(offers.id, offerId));
  await tx.delete(offerTexts).where(eq(offerTexts.offerId, offerId));
  await tx.delete(offerCountries).where(eq(offerCountries.offerId, offerId));
  await tx.delete(planPrices).where(inArray(planPrices.planId, ids));
  await insertOfferParts(tx, draft, now);
}
