import { asc, eq } from 'drizzle-orm';
import type { Currency } from '@/lib/domain/money';
import { type Reader, read } from './client';
import { offerCountries, offers, offerTexts, planPrices, plans, publishers } from './schema';
import type { OrgScope } from './scope';

/** An offer as the storefront shows it, with every text it has and its plans that have a price in the currency. */
export type StorefrontOffer = Awaited<ReturnType<typeof listStorefront>>[number];
/** `unitAmountMinor` is net, per term, and per license unless the plan is flat. */
export type StorefrontPlan = StorefrontOffer['plans'][number];

/** All that is offered, by name; `soldIn` is none where it is sold wherever apps are sold. What is sold is no secret. */
export async function listStorefront(_scope: OrgScope, currency: Currency) {
  return read(async (db) => {
    const found = await db
      .select({ id: offers.id, name: offers.name, publisher: { id: publishers.id, name: publishers.name } })
      .from(offers)
      .innerJoin(publishers, eq(publishers.id, offers.publisherId))
      .orderBy(asc(offers.name), asc(offers.id));
    const texts = groupOf(await db.select().from(offerTexts));
    const countries = groupOf(await db.select().from(offerCountries).orderBy(asc(offerCountries.country)));
    const sold = groupOf(await selectPlans(db, currency));
    return found.map((offer) => ({
      ...offer,
      texts: texts(offer.id),
      soldIn: countries(offer.id).map(({ country }) => country),
      plans: sold(offer.id),
    }));
  });
}

function selectPlans(db: Reader, currency: Currency) {
  return db
    .select({
      id: plans.id,
      offerId: plans.offerId,
      name: plans.name,
      pricing: plans.pricing,
      term: plans.term,
      minQuantity: plans.minQuantity,
      maxQuantity: plans.maxQuantity,
      unitAmountMinor: planPrices.unitAmountMinor,
    })
    .from(plans)
    .innerJoin(planPrices, eq(planPrices.planId, plans.id))
    .where(eq(planPrices.currency, currency))
    .orderBy(asc(planPrices.unitAmountMinor), asc(plans.id));
}

function groupOf<Row extends { readonly offerId: string }>(rows: readonly Row[]): (offerId: string) => readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.offerId, [...(groups.get(row.offerId) ?? []), row]);
  return (offerId) => groups.get(offerId) ?? [];
}
