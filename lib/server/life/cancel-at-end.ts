import type { OrgScope } from '@/db/scope';
import { saveLifeStep } from '@/db/subscription-life';
import { findSubscription } from '@/db/subscriptions';
import { type Day, dayIn } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { nextState } from '@/lib/domain/subscription-states';
import type { LifeRefusal, LifeRequest } from './activate';

/** The app works to the end of the period paid for, then ends; a planned decrease falls away. Answers that day. */
export async function cancelAtEnd(
  scope: OrgScope,
  { subscriptionId, now }: LifeRequest,
): Promise<Outcome<Day, LifeRefusal>> {
  const subscription = await findSubscription(scope, subscriptionId);
  if (!subscription) return refuse('not_found');
  const next = nextState(subscription.state, 'cancel_at_end');
  if (!next.ok) return next;
  const { periodEnd } = subscription;
  if (periodEnd === null) throw new Error(`No period in state ${subscription.state}`);
  const saved = await saveLifeStep(scope, {
    act: 'cancel_at_end',
    subscription,
    becomes: { state: next.value.state },
    planned: subscription.planned ? 'removed' : undefined,
    endsOn: periodEnd,
    today: dayIn(subscription.profile.timeZone, now),
    now,
  });
  return saved.ok ? accept(periodEnd) : saved;
}
