import type { JobScope } from '@/db/scope';
import { saveLifeStep } from '@/db/subscription-life';
import { findSubscriptionForJob } from '@/db/subscriptions';
import { dayIn } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { nextState, type SubscriptionState } from '@/lib/domain/subscription-states';
import type { LifeRefusal, LifeRequest } from './activate';

/** The last day to activate is over: the subscription is disabled and nothing was billed. `not_due` until then. */
export async function passActivationDeadline(
  scope: JobScope,
  { subscriptionId, now }: LifeRequest,
): Promise<Outcome<SubscriptionState, LifeRefusal | 'not_due'>> {
  const subscription = await findSubscriptionForJob(scope, subscriptionId);
  if (!subscription) return refuse('not_found');
  const next = nextState(subscription.state, 'activation_deadline_passes');
  if (!next.ok) return next;
  const today = dayIn(subscription.profile.timeZone, now);
  if (subscription.activateBy === null || today <= subscription.activateBy) return refuse('not_due');
  const saved = await saveLifeStep(scope, {
    act: 'pass_activation_deadline',
    subscription,
    becomes: next.value,
    today,
    now,
  });
  return saved.ok ? accept(next.value.state) : saved;
}
