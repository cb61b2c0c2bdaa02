import { plannedRenewalOf, type Renewal } from './quantity-quote';
import type { SubscriptionFacts } from './subscription-facts';

/** The renewal that comes if nothing more is changed; undefined when the subscription does not renew. */
export function nextRenewalOf(facts: SubscriptionFacts): Renewal | undefined {
  const { state, renews, periodEnd } = facts;
  return state !== 'active' || !renews || periodEnd === null ? undefined : plannedRenewalOf(facts, periodEnd);
}
