import { type Day, daysBetween } from './days';
import { accept, type Outcome, refuse } from './outcome';
import { requirePolicy } from './policies';
import { allocateCredit, priceOfChange } from './proration';
import {
  type Period,
  plannedRenewalOf,
  type QuantityQuote,
  quoteOf,
  type Renewal,
  remainderOf,
  renewalOf,
} from './quantity-quote';
import { judgeRunning, type NotRunning, periodOf } from './running';
import type { SubscriptionFacts } from './subscription-facts';

export type StandingRefusal = 'quantity_not_applicable' | NotRunning;
export type NumberRefusal = 'quantity_below_minimum' | 'quantity_above_maximum' | 'quantity_below_assigned';
export type QuantityRefusal =
  | StandingRefusal
  | NumberRefusal
  | 'quantity_unchanged'
  | 'pending_change_exists'
  | 'subscription_ending'
  | 'decrease_not_offered';
export type TakeBackRefusal =
  | StandingRefusal
  | NumberRefusal
  | 'pending_change_exists'
  | 'subscription_ending'
  | 'nothing_to_take_back'
  | 'already_taken_back'
  | 'take_back_superseded'
  | 'take_back_too_late';
export type RemovePendingRefusal =
  | Exclude<StandingRefusal, 'subscription_past_due' | 'renewal_due'>
  | 'subscription_ending'
  | 'no_pending_change';
export type ApplyPendingRefusal = NumberRefusal | 'quantity_not_applicable' | 'no_pending_change';

/** `replacePending` is the reader's answer to which of two changes to keep; without it the pending one is kept. */
export type ChangeOptions = { readonly replacePending?: boolean | undefined };
export type PendingRemoval = {
  readonly pendingId: string;
  readonly renewal: { readonly before: Renewal; readonly after: Renewal };
};
export type PendingApplication = { readonly pendingId: string; readonly from: number; readonly to: number };

type Running = SubscriptionFacts & Period & { readonly quantity: number };

function judgeStanding(facts: SubscriptionFacts, today: Day): Outcome<Running, StandingRefusal> {
  if (facts.pricing === 'flat' || facts.quantity === null) return refuse('quantity_not_applicable');
  const period = judgeRunning(facts, today);
  return period.ok ? accept({ ...facts, quantity: facts.quantity, ...period.value }) : period;
}

type Limits = Pick<SubscriptionFacts, 'minQuantity' | 'maxQuantity' | 'assignedQuantity'>;

/** Why a plan cannot have this number of licenses. */
export function refusalOfNumber(limits: Limits, wanted: number): NumberRefusal | undefined {
  if (wanted < limits.minQuantity) return 'quantity_below_minimum';
  if (wanted > limits.maxQuantity) return 'quantity_above_maximum';
  return wanted < (limits.assignedQuantity ?? 0) ? 'quantity_below_assigned' : undefined;
}

/** Why no number at all can be accepted now; undefined when the quantity can be changed. */
export function findStandingRefusal(facts: SubscriptionFacts, today: Day): StandingRefusal | undefined {
  const standing = judgeStanding(facts, today);
  return standing.ok ? undefined : standing.refusal;
}

/**
 * A new total of licenses: more take effect today for P(new) − P(old); fewer as the plan's policy says.
 * `today` is the day in the billing profile's time zone.
 */
export function decideQuantityChange(
  facts: SubscriptionFacts,
  wanted: number,
  today: Day,
  { replacePending = false }: ChangeOptions = {},
): Outcome<QuantityQuote, QuantityRefusal> {
  const standing = judgeStanding(facts, today);
  if (!standing.ok) return standing;
  const running = standing.value;
  if (wanted === running.quantity) return refuse('quantity_unchanged');
  const isDecrease = wanted < running.quantity;
  if (isDecrease && facts.state === 'active_ending') return refuse('subscription_ending');
  if (isDecrease && facts.decreasePolicy === 'never') return refuse('decrease_not_offered');
  if (isDecrease && facts.decreasePolicy === 'at_renewal' && !facts.renews) return refuse('subscription_ending');
  const refusal = refusalOfNumber(facts, wanted);
  if (refusal) return refuse(refusal);
  if (facts.pendingChange && !replacePending) return refuse('pending_change_exists');
  if (isDecrease && facts.decreasePolicy === 'at_renewal') {
    return accept(quoteOf(running, { kind: 'decrease', to: wanted, today, effectiveOn: running.periodEnd }));
  }
  const netMinor = priceOfChange(facts.unitAmountMinor, running.quantity, wanted, remainderOf(running, today));
  if (!isDecrease) return accept(quoteOf(running, { kind: 'increase', to: wanted, today, chargeNetMinor: netMinor }));
  const creditParts = allocateCredit(-netMinor, facts.periodCharges);
  return accept(quoteOf(running, { kind: 'decrease', to: wanted, today, creditParts }));
}

/** Takes the newest increase of this period back at once, within the policy's days, for a credit of the days left. */
export function decideTakeBack(
  facts: SubscriptionFacts,
  today: Day,
  { replacePending = false }: ChangeOptions = {},
): Outcome<QuantityQuote, TakeBackRefusal> {
  const standing = judgeStanding(facts, today);
  if (!standing.ok) return standing;
  const running = standing.value;
  const increase = facts.newestIncrease;
  if (facts.state === 'active_ending') return refuse('subscription_ending');
  if (!increase) return refuse('nothing_to_take_back');
  if (increase.isTakenBack) return refuse('already_taken_back');
  const daysSince = daysBetween(increase.madeOn, today);
  const isTooLate =
    increase.madeOn < running.periodStart || daysSince > requirePolicy(facts.policyVersion).takeBackDays;
  if (isTooLate) return refuse('take_back_too_late');
  if (running.quantity !== increase.to) return refuse('take_back_superseded');
  const refusal = refusalOfNumber(facts, increase.from);
  if (refusal) return refuse(refusal);
  if (facts.pendingChange && !replacePending) return refuse('pending_change_exists');
  const netMinor = priceOfChange(facts.unitAmountMinor, increase.from, increase.to, remainderOf(running, today));
  return accept(
    quoteOf(running, {
      kind: 'take_back',
      to: increase.from,
      today,
      creditParts: allocateCredit(netMinor, [increase]),
    }),
  );
}

/** Removes the scheduled change of the number; possible also while past due. */
export function decideRemovePending(facts: SubscriptionFacts): Outcome<PendingRemoval, RemovePendingRefusal> {
  if (facts.pricing === 'flat' || facts.quantity === null) return refuse('quantity_not_applicable');
  if (facts.state === 'disabled') return refuse('subscription_disabled');
  if (facts.state === 'pending_activation') return refuse('subscription_pending_activation');
  if (facts.state === 'active_ending' || facts.state === 'past_due_ending') return refuse('subscription_ending');
  if (!facts.pendingChange || facts.pendingChange.plan) return refuse('no_pending_change');
  const { periodEnd } = periodOf(facts);
  const before = plannedRenewalOf(facts, periodEnd);
  return accept({
    pendingId: facts.pendingChange.id,
    renewal: { before, after: renewalOf(facts.quantity, periodEnd, facts) },
  });
}

/** The scheduled change of the number at renewal, its number checked again. Refused: the quantity stays and people are told. */
export function decideApplyPending(facts: SubscriptionFacts): Outcome<PendingApplication, ApplyPendingRefusal> {
  if (facts.pricing === 'flat' || facts.quantity === null) return refuse('quantity_not_applicable');
  if (!facts.pendingChange || facts.pendingChange.plan) return refuse('no_pending_change');
  const { id, to } = facts.pendingChange;
  const refusal = refusalOfNumber(facts, to);
  return refusal ? refuse(refusal) : accept({ pendingId: id, from: facts.quantity, to });
}
