import { findCancellationFacts } from '@/db/cancellation-facts';
import type { SubscriptionChoice } from '@/db/subscriptions';
import { decideCancellation } from '@/lib/domain/cancellation';
import type { CancelSituation } from '@/lib/domain/cancellation-steps';
import { dayIn } from '@/lib/domain/days';
import { cancellation } from '@/lib/server/cancellation';
import { nowAt } from '@/lib/server/clock';
import { mayOn, type Reader } from '@/lib/server/guard';
import { findReviewed } from '@/lib/server/reviewed-task';

/** The app that is to be cancelled, and how it could end now. */
export type Chosen = NonNullable<Awaited<ReturnType<typeof findChosen>>>;

/** Undefined when the app is not the reader's. */
export async function findChosen(reader: Reader, app: string, previewKey: string | undefined) {
  const found = await findCancellationFacts(reader.scope, app);
  if (!found) return undefined;
  const { subscription, facts } = found;
  const now = nowAt();
  const moment = { today: dayIn(subscription.profile.timeZone, now), now };
  return {
    subscription,
    today: moment.today,
    mayCancel: mayOn(reader, 'subscription.cancel', subscription.billingProfileId),
    atEnd: decideCancellation(facts, 'at_end', moment),
    atOnce: decideCancellation(facts, 'now', moment),
    ...(await findReviewed(reader.scope, cancellation, { key: previewKey, subjectId: subscription.id, now })),
  };
}

/** How far a reader has come with this task, from what is stored and never from what was clicked. */
export function situationOf(chosen: Chosen | undefined): CancelSituation {
  if (!chosen) return { at: 'nothing_chosen' };
  if (chosen.receipt) return { at: 'receipt_made' };
  if (chosen.waiting) return { at: 'preview_stored' };
  if (!chosen.atOnce.ok) return { at: 'subscription_chosen', refusal: chosen.atOnce.refusal };
  return chosen.mayCancel ? { at: 'subscription_chosen', refusal: undefined } : { at: 'permission_missing' };
}

/** Apps that can still be cancelled. */
export function listRunning(subscriptions: readonly SubscriptionChoice[]): SubscriptionChoice[] {
  return subscriptions.filter(({ state }) => state !== 'disabled');
}
