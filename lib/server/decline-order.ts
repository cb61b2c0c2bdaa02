import { saveDeclinedOrder } from '@/db/declined-orders';
import { findOrder } from '@/db/orders';
import { hashOfRequest } from '@/db/previews';
import { findReceiptOfKey } from '@/db/receipts';
import type { OrgScope } from '@/db/scope';
import { dayIn } from '@/lib/domain/days';
import { type DeclineReason, judgeOrder, type OrderRefusal } from '@/lib/domain/orders';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';

export type DeclineWish = {
  readonly key: string;
  readonly orderId: string;
  readonly billingProfileId: string;
  readonly reason: DeclineReason;
  readonly comment: string | null;
  readonly now: number;
};

/** Declines a partner's order or a proposal, once. Answers the receipt's id, for a repeated submit the first one's. */
export async function declineOrder(
  scope: OrgScope,
  { key, orderId, billingProfileId, reason, comment, now }: DeclineWish,
): Promise<Outcome<string, OrderRefusal | 'not_found' | 'order_changed' | 'key_reused' | 'busy'>> {
  const inputHash = hashOfRequest('decline-order', orderId, { reason, comment });
  const earlier = await findReceiptOfKey(scope, key);
  if (earlier) return earlier.inputHash === inputHash ? accept(earlier.id) : refuse('key_reused');
  const order = await findOrder(scope, orderId);
  if (!order) return refuse('not_found');
  const open = judgeOrder(order, dayIn(order.timeZone, now));
  if (!open.ok) return open;
  const saved = await saveDeclinedOrder(scope, { key, inputHash, order, billingProfileId, reason, comment, now });
  return saved === 'stale' ? refuse('order_changed') : saved;
}
