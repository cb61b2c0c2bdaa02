import { amountsOfCredit } from './credit-notes';
import { addDays, type Day } from './days';
import { type Amounts, NO_AMOUNTS } from './money';
import { accept, type Outcome, refuse } from './outcome';
import { requirePolicy } from './policies';
import { creditOf, type ProfileMoney } from './profile-credit';
import { type CreditableCharge, type CreditPart, creditableNet, creditPartOf } from './proration';
import { nextState, type StateChange, type SubscriptionState } from './subscription-states';
import type { VatCategory } from './vat';

/** With the period that is paid for, or at once. */
export const CANCEL_TIMES = ['at_end', 'now'] as const;
export type CancelTime = (typeof CANCEL_TIMES)[number];

/** Why somebody cancels, if they want to say so: the keys below `cancelSubscription.reasons` in ui.json. */
export const CANCEL_REASONS = [
  'not_needed',
  'too_expensive',
  'missing_features',
  'hard_to_use',
  'technical_problems',
  'poor_support',
  'other_app',
  'other',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** In characters, as they are counted by the database. */
export const CANCEL_COMMENT_LENGTH = 1000;

const HOUR_MS = 3_600_000;

/** What must be loaded to judge a cancellation; the period is null until the app is activated. */
export type CancellationFacts = {
  readonly state: SubscriptionState;
  /** Epoch milliseconds. */
  readonly purchasedAt: number;
  readonly policyVersion: string;
  readonly periodEnd: Day | null;
  /** Null when the price covers the whole organization. */
  readonly assignedQuantity: number | null;
  readonly plannedQuantity: number | null;
  /** The name of the plan that comes at the renewal; undefined when none does. */
  readonly plannedPlan?: string | undefined;
  readonly vatCategory: VatCategory;
  /** Everything that was billed since the purchase, oldest first, with what has been credited of it. */
  readonly lines: readonly CreditableCharge[];
  /** What a card has paid and has not been given back, oldest first. */
  readonly payments: readonly CardPayment[];
  /** What the credit of the profiles that paid follows from, those invoices included. */
  readonly money: readonly ProfileMoney[];
};

export type CardPayment = { readonly id: string; readonly amountMinor: bigint; readonly invoiceId: string };

/** What a cancellation would do, exactly: what a reader reviews is what the commit must compute again. */
export type Cancellation = {
  readonly act: 'cancel_at_end' | 'cancel_now' | 'cancel_before_activation';
  readonly time: CancelTime;
  readonly from: SubscriptionState;
  readonly next: StateChange;
  /** The first day without the app. */
  readonly endsOn: Day;
  readonly dataKeptUntil: Day;
  readonly assignedQuantity: number | null;
  /** The planned decrease that falls away. */
  readonly plannedQuantity: number | null;
  /** The planned plan that falls away. */
  readonly plannedPlan?: string | undefined;
  /** Whether the policy's hours give everything back; there may be nothing to give. */
  readonly isRefunded: boolean;
  /** Positive; nothing when the time for it is over, or the app works to the end. */
  readonly credit: Amounts;
  readonly creditParts: readonly CreditPart[];
  /** What goes back to the card, charge by charge, whole; not what has paid another invoice since. */
  readonly refundMinor: bigint;
  readonly refundedChargeIds: readonly string[];
};

export type CancelRefusal = 'subscription_disabled' | 'already_ending' | 'not_activated' | 'period_over';
export type KeepRefusal = 'subscription_disabled' | 'not_ending' | 'period_over';

/** Today in the billing profile's time zone, and the moment itself in epoch milliseconds. */
export type CancelMoment = { readonly today: Day; readonly now: number };

type Effect = Omit<Cancellation, 'act' | 'time' | 'from' | 'next' | 'dataKeptUntil'>;

/** Ends a subscription with its period or at once; everything is refunded within the policy's hours of the purchase. */
export function decideCancellation(
  facts: CancellationFacts,
  time: CancelTime,
  moment: CancelMoment,
): Outcome<Cancellation, CancelRefusal> {
  if (facts.state === 'disabled') return refuse('subscription_disabled');
  if (facts.state === 'pending_activation') {
    return time === 'at_end' ? refuse('not_activated') : effectOf(facts, 'cancel_before_activation', 'now', moment);
  }
  if (time === 'now') return effectOf(facts, 'cancel_now', time, moment);
  if (facts.state === 'active_ending' || facts.state === 'past_due_ending') return refuse('already_ending');
  const { periodEnd } = facts;
  if (periodEnd === null) throw new Error(`No period in state ${facts.state}`);
  if (moment.today >= periodEnd) return refuse('period_over');
  return effectOf(facts, 'cancel_at_end', time, { ...moment, today: periodEnd });
}

/** Takes a cancellation at the end back, until the day it ends. */
export function decideKeep(
  { state, endsOn }: { readonly state: SubscriptionState; readonly endsOn: Day | null },
  today: Day,
): Outcome<StateChange, KeepRefusal> {
  if (state === 'disabled') return refuse('subscription_disabled');
  const next = nextState(state, 'undo_cancel');
  if (!next.ok || endsOn === null) return refuse('not_ending');
  return today < endsOn ? next : refuse('period_over');
}

/** The last day on which the publisher is sure to have the organization's data, from the day the app is disabled. */
export function dataKeptUntil(policyVersion: string, disabledOn: Day): Day {
  return addDays(disabledOn, requirePolicy(policyVersion).dataKeptDays);
}

function effectOf(
  facts: CancellationFacts,
  act: Cancellation['act'],
  time: CancelTime,
  { today: endsOn, now }: CancelMoment,
): Outcome<Cancellation, never> {
  const next = nextState(facts.state, act);
  if (!next.ok) throw new Error(`No ${act} in state ${facts.state}`);
  const isRefunded = act === 'cancel_now' && isWithinRefundHours(facts, now);
  const effect: Effect = {
    endsOn,
    assignedQuantity: facts.assignedQuantity,
    plannedQuantity: facts.plannedQuantity,
    ...(facts.plannedPlan === undefined ? {} : { plannedPlan: facts.plannedPlan }),
    isRefunded,
    ...(isRefunded ? refundOf(facts) : NOTHING_BACK),
  };
  const kept = dataKeptUntil(facts.policyVersion, endsOn);
  return accept({ act, time, from: facts.state, next: next.value, dataKeptUntil: kept, ...effect });
}

type MoneyBack = Pick<Cancellation, 'credit' | 'creditParts' | 'refundMinor' | 'refundedChargeIds'>;

const NOTHING_BACK: MoneyBack = { credit: NO_AMOUNTS, creditParts: [], refundMinor: 0n, refundedChargeIds: [] };

/** The last millisecond of the policy's hours counts. */
function isWithinRefundHours({ purchasedAt, policyVersion }: CancellationFacts, now: number): boolean {
  return now - purchasedAt <= requirePolicy(policyVersion).refundHours * HOUR_MS;
}

/** Every line, as far as it has not been credited before; and every payment, whole, that the profile then has over. */
function refundOf({ lines, payments, money, vatCategory: category }: CancellationFacts): MoneyBack {
  const creditParts = lines
    .map((line) => creditPartOf(line, creditableNet(line)))
    .filter(({ netMinor }) => netMinor > 0n);
  const credited = (invoiceId: string) =>
    amountsOfCredit(
      creditParts.filter(({ bill }) => bill.id === invoiceId),
      category,
    ).totalMinor;
  const refunded = money.flatMap((profile) => refundable(profile, payments, credited));
  return {
    creditParts,
    credit: amountsOfCredit(creditParts, category),
    refundMinor: refunded.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    refundedChargeIds: refunded.map(({ id }) => id),
  };
}

/** Payments for invoices of a profile that are covered by what it has to its credit once so much is credited. */
function refundable(
  { invoices, unusedMinor }: ProfileMoney,
  payments: readonly CardPayment[],
  credited: (invoiceId: string) => bigint,
): CardPayment[] {
  const after = invoices.map((invoice) => {
    return { ...invoice, creditedMinor: invoice.creditedMinor + credited(invoice.id) };
  });
  let { leftMinor } = creditOf({ invoices: after, unusedMinor });
  const own = payments.filter(({ invoiceId }) => invoices.some(({ id }) => id === invoiceId));
  return own.filter(({ amountMinor }) => {
    if (amountMinor > leftMinor) return false;
    leftMinor -= amountMinor;
    return true;
  });
}
