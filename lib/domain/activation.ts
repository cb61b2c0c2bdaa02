import type { SubscriptionState } from './subscription-states';

/** What the publisher believes it activates. A quantity that is left out is not compared. */
export type AgreedPurchase = { readonly planId: string; readonly quantity: number | undefined };

export type ActivationRefusal =
  | 'subscription_ended'
  | 'already_active'
  | 'already_suspended'
  | 'plan_mismatch'
  | 'quantity_mismatch';

type Bought = { readonly state: SubscriptionState; readonly planId: string; readonly quantity: number | null };

/** Why the publisher cannot activate what was bought; undefined when nothing stands in the way. */
export function findActivationRefusal(bought: Bought, agreed: AgreedPurchase): ActivationRefusal | undefined {
  if (bought.state === 'disabled') return 'subscription_ended';
  if (bought.state === 'past_due' || bought.state === 'past_due_ending') return 'already_suspended';
  if (bought.state !== 'pending_activation') return 'already_active';
  if (agreed.planId !== bought.planId) return 'plan_mismatch';
  if (agreed.quantity !== undefined && agreed.quantity !== bought.quantity) return 'quantity_mismatch';
  return undefined;
}
