import { z } from 'zod';
import { savePlanChange } from '@/db/plan-changes';
import { listPlanChoices } from '@/db/purchase-choices';
import { findQuantityFacts } from '@/db/quantity-facts';
import type { OrgScope } from '@/db/scope';
import type { Subscription } from '@/db/subscriptions';
import { type Day, dayIn } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { decidePlanWish, type PlanDecision, type PlanWish, type PlanWishRefusal } from '@/lib/domain/plan-decision';
import type { PlanTerms } from '@/lib/domain/plans';
import type { SubscriptionFacts } from '@/lib/domain/subscription-facts';
import { type MoneyRefusal, saveCharged } from './payment/save-charged';
import type { Asked, ReviewedTask } from './reviewed-task';

const wish: z.ZodType<PlanWish> = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('change'),
    planId: z.string(),
    quantity: z.number().int().nullable(),
    replacePlanned: z.boolean(),
  }),
  z.strictObject({ act: z.literal('keep') }),
]);

/** What a wish means for a subscription as it is now. */
type DecidedPlan = {
  readonly subscription: Subscription;
  readonly today: Day;
  readonly version: number;
  readonly shown: PlanDecision;
};

type DecideRefusal = PlanWishRefusal | 'not_found' | 'plan_not_sold';
type SaveRefusal = MoneyRefusal | 'key_reused';

/** On a card the money comes first; a change that turns out stale after that is refunded. */
export const planChange: ReviewedTask<PlanWish, DecidedPlan, DecideRefusal, SaveRefusal> = {
  name: 'change-plan',
  wish,
  decide,
  save,
};

/** An app with the plan it has, at the price it was bought at, and the plans sold in its currency, at theirs. */
export async function findPlanFacts(scope: OrgScope, id: string) {
  const found = await findQuantityFacts(scope, id);
  if (!found) return undefined;
  const { plan, unitAmountMinor, offer, currency } = found.subscription;
  const { name, pricing, term, minQuantity, maxQuantity } = plan;
  const current: PlanTerms = { id: plan.id, name, pricing, term, minQuantity, maxQuantity, unitAmountMinor };
  const plans: readonly PlanTerms[] = await listPlanChoices(scope, offer.id, currency);
  return { ...found, current, plans };
}

async function decide(
  scope: OrgScope,
  { subjectId, wish: asked, now }: Asked<PlanWish>,
): Promise<Outcome<DecidedPlan, DecideRefusal>> {
  const found = await findPlanFacts(scope, subjectId);
  if (!found) return refuse('not_found');
  const { subscription, facts, current, plans } = found;
  const today = dayIn(subscription.profile.timeZone, now);
  const decision = decideAmong(plans, { facts, asked, from: current, today });
  return decision.ok ? accept({ subscription, today, version: subscription.version, shown: decision.value }) : decision;
}

type Deciding = { facts: SubscriptionFacts; asked: PlanWish; from: PlanTerms; today: Day };

function decideAmong(plans: readonly PlanTerms[], { facts, asked, ...at }: Deciding) {
  if (asked.act === 'keep') return decidePlanWish(facts, asked, at);
  const to = plans.find(({ id }) => id === asked.planId);
  return to ? decidePlanWish(facts, { ...asked, to }, at) : refuse('plan_not_sold');
}

async function save(
  scope: OrgScope,
  { key, inputHash, now }: Asked<PlanWish> & { readonly inputHash: string },
  { subscription, shown: decision, today }: DecidedPlan,
): Promise<Outcome<string, SaveRefusal> | 'stale'> {
  const amountMinor =
    decision.act === 'change_plan' ? decision.quote.charge.totalMinor - decision.quote.fromCreditMinor : 0n;
  return saveCharged(scope, { key, subscription, amountMinor, now }, (paid) =>
    savePlanChange(scope, { key, inputHash, decision, today, now, ...paid }),
  );
}
