import { listUnpaid } from '@/db/dunning';
import type { JobScope } from '@/db/scope';
import { saveLifeStep } from '@/db/subscription-life';
import { findSubscriptionForJob } from '@/db/subscriptions';
import { type Day, dayIn } from '@/lib/domain/days';
import { nextState } from '@/lib/domain/subscription-states';

/** Disables what was not paid in time; what is owed stays to be paid. The last day itself still counts. */
export async function runPaymentDeadlines(scope: JobScope, today: Day, now: number): Promise<void> {
  for (const id of await listUnpaid(scope, today)) await passPaymentDeadline(scope, id, now);
}

async function passPaymentDeadline(scope: JobScope, subscriptionId: string, now: number): Promise<void> {
  const subscription = await findSubscriptionForJob(scope, subscriptionId);
  if (!subscription) return;
  const next = nextState(subscription.state, 'payment_deadline_passes');
  const today = dayIn(subscription.profile.timeZone, now);
  if (!next.ok || subscription.payBy === null || today <= subscription.payBy) return;
  const planned = subscription.planned ? 'removed' : undefined;
  await saveLifeStep(scope, { act: 'pass_payment_deadline', subscription, becomes: next.value, planned, today, now });
}
