import { type Day, daysBetween } from './days';
import type { SubscriptionState } from './subscription-states';

/** What a reader should know of one of their apps. The first two are lost unless somebody acts by the day. */
export const ATTENTION_CODES = [
  'payment_failed',
  'activation',
  'ending',
  'planned_change',
  'planned_plan',
  'renewal',
] as const;
export type AttentionCode = (typeof ATTENTION_CODES)[number];

/** Days ahead in which what happens by itself is told: a renewal, and an end or a change that somebody may regret. */
export const RENEWAL_NEAR_DAYS = 7;
export const CHANGE_NEAR_DAYS = 30;

/** What must be known of a subscription. `today` is the day in the time zone of its billing profile. */
export type AttentionFacts = {
  readonly state: SubscriptionState;
  readonly activateBy: Day | null;
  readonly payBy: Day | null;
  readonly periodEnd: Day | null;
  readonly plan: { readonly renews: boolean };
  readonly planned:
    | { readonly quantity: number; readonly effectiveOn: Day; readonly plan?: undefined }
    | { readonly effectiveOn: Day; readonly plan: { readonly name: string } }
    | null;
  readonly today: Day;
};

/** `day` is the last one to act, or the one when it happens; `quantity` or `plan` is what a planned change leads to. */
export type Attention =
  | { readonly code: Exclude<AttentionCode, 'planned_change' | 'planned_plan'>; readonly day: Day }
  | { readonly code: 'planned_plan'; readonly day: Day; readonly plan: string }
  | { readonly code: 'planned_change'; readonly day: Day; readonly quantity: number };

/** The one thing about a subscription that matters most now; undefined when nothing does. */
export function findAttention(facts: AttentionFacts): Attention | undefined {
  const { state, plan, activateBy, payBy, periodEnd, planned, today } = facts;
  const isNear = (day: Day, days: number) => daysBetween(today, day) <= days;
  switch (state) {
    case 'past_due':
    case 'past_due_ending':
      return payBy === null ? undefined : { code: 'payment_failed', day: payBy };
    case 'pending_activation':
      return activateBy === null ? undefined : { code: 'activation', day: activateBy };
    case 'active_ending':
      return endingOf(facts);
    case 'active':
      if (!plan.renews) return endingOf(facts);
      if (planned && isNear(planned.effectiveOn, CHANGE_NEAR_DAYS)) return plannedAttention(planned);
      return periodEnd && isNear(periodEnd, RENEWAL_NEAR_DAYS) ? { code: 'renewal', day: periodEnd } : undefined;
    case 'disabled':
      return undefined;
  }
}

function endingOf({ periodEnd, today }: AttentionFacts): Attention | undefined {
  const isNear = periodEnd !== null && daysBetween(today, periodEnd) <= CHANGE_NEAR_DAYS;
  return isNear ? { code: 'ending', day: periodEnd } : undefined;
}

function plannedAttention(planned: NonNullable<AttentionFacts['planned']>): Attention {
  const { effectiveOn: day } = planned;
  return planned.plan
    ? { code: 'planned_plan', day, plan: planned.plan.name }
    : { code: 'planned_change', day, quantity: planned.quantity };
}

/** Orders by urgency: first what is lost unless somebody acts, then what happens by itself; the nearest day first. */
export function compareUrgency(a: Attention, b: Attention): number {
  if (isDemanding(a) !== isDemanding(b)) return isDemanding(a) ? -1 : 1;
  return daysBetween(b.day, a.day) || ATTENTION_CODES.indexOf(a.code) - ATTENTION_CODES.indexOf(b.code);
}

function isDemanding({ code }: Attention): boolean {
  return code === 'payment_failed' || code === 'activation';
}
