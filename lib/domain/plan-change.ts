import { addDays, type Day } from './days';
import { type NumberRefusal, refusalOfNumber } from './licenses';
import { type Amounts, smallerOf } from './money';
import { accept, type Outcome, refuse } from './outcome';
import type { PlanTerms } from './plans';
import { priceOfDays } from './proration';
import {
  amountsOf,
  type Period,
  type PriceFacts,
  plannedRenewalOf,
  type Renewal,
  remainderOf,
  renewalOf,
  servedFromOf,
} from './quantity-quote';
import { judgeRunning, type NotRunning, periodOf } from './running';
import type { SubscriptionFacts } from './subscription-facts';

export type PlanRefusal =
  | NotRunning
  | NumberRefusal
  | 'plan_unchanged'
  | 'quantity_missing'
  | 'decrease_not_offered'
  | 'subscription_ending'
  | 'pending_change_exists';
export type KeepPlanRefusal =
  | Exclude<NotRunning, 'subscription_past_due' | 'renewal_due'>
  | 'subscription_ending'
  | 'no_pending_change';

/** A plan with the number of licenses it is had with; null exactly when the price is flat. */
export type PlanSide = { readonly plan: PlanTerms; readonly quantity: number | null };

/** What a change of plan would do, exactly: what a reader reviews is what the commit must compute again. */
export type PlanQuote = Pick<PriceFacts, 'currency' | 'vatCategory' | 'vatRateBp' | 'settlement'> & {
  /** `now` for P(new) − P(old) of the days left; what costs no more, or has another term, waits for the renewal. */
  readonly when: 'now' | 'at_renewal';
  readonly from: PlanSide;
  readonly to: PlanSide;
  readonly effectiveOn: Day;
  readonly daysLeft: number;
  readonly daysOfPeriod: number;
  /** undefined when nothing is charged: an invoice has no zero lines. */
  readonly line: { readonly netMinor: bigint; readonly servedFrom: Day; readonly servedThrough: Day } | undefined;
  readonly charge: Amounts;
  /** What credit of the profile pays of the charge, before the card. */
  readonly fromCreditMinor: bigint;
  /** undefined when the subscription ends with this period. */
  readonly renewal: { readonly before: Renewal; readonly after: Renewal } | undefined;
  /** The scheduled change this one takes the place of. */
  readonly replacesPendingId: string | undefined;
};

/** The planned plan that is given up again, and the two renewals. */
export type KeptPlan = {
  readonly from: PlanSide;
  readonly to: PlanSide;
  readonly renewal: { readonly before: Renewal; readonly after: Renewal };
};

type Wanted = {
  readonly from: PlanTerms;
  readonly to: PlanTerms;
  /** Of no meaning for a flat plan, which has none. */
  readonly quantity: number | null;
  readonly replacePending: boolean;
};

/** Another plan of the same app in the same currency: dearer for the same term now, anything else at the renewal. */
export function decidePlanChange(
  facts: SubscriptionFacts,
  { from, to, quantity, replacePending }: Wanted,
  today: Day,
): Outcome<PlanQuote, PlanRefusal> {
  const running = judgeRunning(facts, today);
  if (!running.ok) return running;
  if (to.id === from.id) return refuse('plan_unchanged');
  const before = { plan: from, quantity: facts.quantity };
  const after = { plan: to, quantity: to.pricing === 'flat' ? null : quantity };
  const refusal = refusalOfSide(facts, after);
  if (refusal) return refuse(refusal);
  const isNow = to.term === from.term && priceOfTerm(after) > priceOfTerm(before);
  if (!isNow && facts.state === 'active_ending') return refuse('subscription_ending');
  if (facts.pendingChange && !replacePending) return refuse('pending_change_exists');
  return accept(quoteOf(facts, { before, after, isNow, period: running.value, today }));
}

/** Gives the planned plan up again; possible also while past due. */
export function decideKeepPlan(facts: SubscriptionFacts, from: PlanTerms): Outcome<KeptPlan, KeepPlanRefusal> {
  const { state, pendingChange, quantity } = facts;
  if (state === 'disabled') return refuse('subscription_disabled');
  if (state === 'pending_activation') return refuse('subscription_pending_activation');
  if (state === 'active_ending' || state === 'past_due_ending') return refuse('subscription_ending');
  if (!pendingChange?.plan) return refuse('no_pending_change');
  const { periodEnd } = periodOf(facts);
  return accept({
    from: { plan: pendingChange.plan, quantity: pendingChange.to },
    to: { plan: from, quantity },
    renewal: {
      before: plannedRenewalOf(facts, periodEnd),
      after: plannedRenewalOf({ ...facts, pendingChange: undefined }, periodEnd),
    },
  });
}

/** Why a plan cannot be had with that number of licenses, for people who have so many assigned. */
export function refusalOfSide(
  { assignedQuantity, decreasePolicy, quantity: current }: SubscriptionFacts,
  { plan, quantity }: PlanSide,
): NumberRefusal | 'quantity_missing' | 'decrease_not_offered' | undefined {
  if (plan.pricing === 'flat') return undefined;
  if (quantity === null) return 'quantity_missing';
  if (current !== null && quantity < current && decreasePolicy === 'never') return 'decrease_not_offered';
  return refusalOfNumber(
    { assignedQuantity, minQuantity: plan.minQuantity ?? 0, maxQuantity: plan.maxQuantity ?? 0 },
    quantity,
  );
}

/** Net for a whole term. A flat plan is priced as one unit. */
function priceOfTerm({ plan, quantity }: PlanSide): bigint {
  return plan.unitAmountMinor * BigInt(quantity ?? 1);
}

type Decided = {
  readonly before: PlanSide;
  readonly after: PlanSide;
  readonly isNow: boolean;
  readonly period: Period;
  readonly today: Day;
};

function quoteOf(facts: SubscriptionFacts, { before, after, isNow, period, today }: Decided): PlanQuote {
  const { currency, vatCategory, vatRateBp, settlement, pendingChange } = facts;
  const { periodEnd } = period;
  const left = remainderOf(period, today);
  const priceOf = ({ plan, quantity }: PlanSide) => priceOfDays(plan.unitAmountMinor, quantity ?? 1, left);
  const netMinor = isNow ? priceOf(after) - priceOf(before) : 0n;
  const charge = amountsOf(netMinor, facts);
  const newPrice = { ...facts, unitAmountMinor: after.plan.unitAmountMinor };
  return {
    when: isNow ? 'now' : 'at_renewal',
    from: before,
    to: after,
    effectiveOn: isNow ? today : periodEnd,
    ...left,
    currency,
    vatCategory,
    vatRateBp,
    settlement,
    line:
      netMinor === 0n
        ? undefined
        : { netMinor, servedFrom: servedFromOf(period, today), servedThrough: addDays(periodEnd, -1) },
    charge,
    fromCreditMinor: smallerOf(facts.profileCreditMinor, charge.totalMinor),
    renewal:
      facts.state === 'active_ending'
        ? undefined
        : {
            before: plannedRenewalOf(facts, periodEnd),
            after: renewalOf(after.quantity ?? 1, periodEnd, newPrice),
          },
    replacesPendingId: pendingChange?.id,
  };
}
