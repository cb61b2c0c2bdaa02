import { and, asc, eq } from 'drizzle-orm';
import type { Currency } from '@/lib/domain/money';
import { read } from './client';
import { billingProfiles, planPrices, plans, subscriptions } from './schema';
import type { OrgScope } from './scope';

/** One way to buy an app; `unitAmountMinor` is net, per term, and per license unless the plan is flat. */
export type PlanChoice = Awaited<ReturnType<typeof listPlanChoices>>[number];
/** A billing profile to buy on. */
export type ProfileChoice = Awaited<ReturnType<typeof listProfileChoices>>[number];

/** An offer's plans that are sold in a currency, the cheapest first. What is sold is no secret. */
export async function listPlanChoices(_scope: OrgScope, offerId: string, currency: Currency) {
  return read((db) =>
    db
      .select({
        id: plans.id,
        name: plans.name,
        pricing: plans.pricing,
        term: plans.term,
        minQuantity: plans.minQuantity,
        maxQuantity: plans.maxQuantity,
        unitAmountMinor: planPrices.unitAmountMinor,
      })
      .from(plans)
      .innerJoin(planPrices, and(eq(planPrices.planId, plans.id), eq(planPrices.currency, currency)))
      .where(eq(plans.offerId, offerId))
      .orderBy(asc(planPrices.unitAmountMinor), asc(plans.id)),
  );
}

/** The organization's billing profiles in a currency, by name. */
export async function listProfileChoices(scope: OrgScope, currency: Currency) {
  return read((db) =>
    db
      .select({ id: billingProfiles.id, name: billingProfiles.name })
      .from(billingProfiles)
      .where(and(eq(billingProfiles.organizationId, scope.organizationId), eq(billingProfiles.currency, currency)))
      .orderBy(asc(billingProfiles.name)),
  );
}

/** The billing profile's id, if both it and the subscription are the scope's own. */
export async function findProfileToBuyOn(
  scope: OrgScope,
  subscriptionId: string,
  billingProfileId: string,
): Promise<string | undefined> {
  const [found] = await read((db) =>
    db
      .select({ id: billingProfiles.id })
      .from(subscriptions)
      .innerJoin(
        billingProfiles,
        and(eq(billingProfiles.id, billingProfileId), eq(billingProfiles.organizationId, subscriptions.organizationId)),
      )
      .where(and(eq(subscriptions.id, subscriptionId), eq(subscriptions.organizationId, scope.organizationId))),
  );
  return found?.id;
}
