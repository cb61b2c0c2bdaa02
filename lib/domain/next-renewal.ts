import { type Renewal, renewalOf } from './quantity-quote';
import type { SubscriptionFacts } from './subscription-facts';

/** The renewal that comes if nothing more is changed; undefined when the subscription does not renew. */
export function nextRenewalOf(facts: SubscriptionFacts): Renewal | undefined {
  const { state, renews, periodEnd, quantity, pendingChange } = facts;
  if (state !== 'active' || !renews || periodEnd === null) return undefined;
  // A flat plan is priced as one unit.
  return renewalOf(pendingChange?.to ?? quantity ?? 1, periodEnd, facts);
}
