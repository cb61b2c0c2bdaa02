import type { Day } from './days';
import { accept, type Outcome, refuse } from './outcome';
import type { Period } from './quantity-quote';
import type { SubscriptionFacts } from './subscription-facts';
import type { SubscriptionState } from './subscription-states';

/** Why what an app costs cannot be changed at all now. */
export type NotRunning =
  | 'subscription_pending_activation'
  | 'subscription_past_due'
  | 'subscription_disabled'
  | 'renewal_due';

const REFUSAL_OF_STATE = {
  pending_activation: 'subscription_pending_activation',
  active: undefined,
  active_ending: undefined,
  past_due: 'subscription_past_due',
  past_due_ending: 'subscription_past_due',
  disabled: 'subscription_disabled',
} as const satisfies Record<SubscriptionState, NotRunning | undefined>;

/** The period that runs, if one does. `today` is the day in the billing profile's time zone. */
export function judgeRunning(facts: SubscriptionFacts, today: Day): Outcome<Period, NotRunning> {
  const refusal = REFUSAL_OF_STATE[facts.state];
  if (refusal) return refuse(refusal);
  const period = periodOf(facts);
  return today < period.periodEnd ? accept(period) : refuse('renewal_due');
}

/** The period of a subscription that has one. Throws before the activation. */
export function periodOf({ periodStart, periodEnd, state }: SubscriptionFacts): Period {
  if (periodStart === null || periodEnd === null) throw new Error(`No period in state ${state}`);
  return { periodStart, periodEnd };
}
