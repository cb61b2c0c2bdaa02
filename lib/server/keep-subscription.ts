import { saveKeep } from '@/db/cancellations';
import { listReceiptRecipients } from '@/db/colleagues';
import { hashOfRequest } from '@/db/previews';
import { findEffectOfKey } from '@/db/receipts';
import type { OrgScope } from '@/db/scope';
import { findSubscription } from '@/db/subscriptions';
import { decideKeep, type KeepRefusal } from '@/lib/domain/cancellation';
import { dayIn } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';

export type KeepRequest = {
  /** Minted when the form was rendered: the same key has one effect. */
  readonly key: string;
  readonly subscriptionId: string;
  readonly now: number;
};

/** Takes a cancellation at the end of the period back. Answers the receipt's id, for a repeated key the first one's. */
export async function keepSubscription(
  scope: OrgScope,
  { key, subscriptionId, now }: KeepRequest,
): Promise<Outcome<string, KeepRefusal | 'not_found' | 'key_reused' | 'busy' | 'changed_meanwhile'>> {
  const inputHash = hashOfRequest('keep-subscription', subscriptionId, {});
  const earlier = await findEffectOfKey(scope, key);
  if (earlier) return earlier.inputHash === inputHash ? accept(earlier.id) : refuse('key_reused');
  const subscription = await findSubscription(scope, subscriptionId);
  if (!subscription) return refuse('not_found');
  const today = dayIn(subscription.profile.timeZone, now);
  const next = decideKeep(subscription, today);
  if (!next.ok) return next;
  const recipients = await listReceiptRecipients(scope, subscription.billingProfileId);
  const saved = await saveKeep(scope, { key, inputHash, subscription, next: next.value, today, now, recipients });
  return saved === 'stale' ? refuse('changed_meanwhile') : saved;
}
