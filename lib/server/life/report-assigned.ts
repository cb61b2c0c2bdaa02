import type { JobScope, PublisherScope } from '@/db/scope';
import { saveLifeStep } from '@/db/subscription-life';
import { findSubscriptionForJob } from '@/db/subscriptions';
import { dayIn } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { LifeRefusal, LifeRequest } from './activate';

/** The publisher reports how many licenses are assigned to users. Answers that number; the same again changes nothing. */
export async function reportAssigned(
  scope: JobScope | PublisherScope,
  { subscriptionId, assignedQuantity, now }: LifeRequest & { readonly assignedQuantity: number },
): Promise<Outcome<number, LifeRefusal | 'quantity_not_applicable' | 'assigned_above_quantity'>> {
  const subscription = await findSubscriptionForJob(scope, subscriptionId);
  if (!subscription) return refuse('not_found');
  if (subscription.quantity === null) return refuse('quantity_not_applicable');
  if (subscription.periodStart === null || subscription.state === 'disabled') return refuse('invalid_transition');
  if (assignedQuantity > subscription.quantity) return refuse('assigned_above_quantity');
  if (assignedQuantity === subscription.assignedQuantity) return accept(assignedQuantity);
  const saved = await saveLifeStep(scope, {
    act: 'report_assigned',
    subscription,
    becomes: { assignedQuantity },
    today: dayIn(subscription.profile.timeZone, now),
    now,
  });
  return saved.ok ? accept(assignedQuantity) : saved;
}
