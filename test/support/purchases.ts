import { newId } from '@/db/ids';
import { type OrderDraft, saveOrder } from '@/db/order-drafts';
import { scopeOf } from '@/lib/demo/seed/people';
import { AGREEMENT_VERSION } from '@/lib/domain/agreement';
import { appPurchase, type PurchaseWish } from '@/lib/server/purchase';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import { at, job, requireAccepted } from './database';

export const maja = scopeOf('maja-sandberg');
export const now = at('2026-11-22');

export const wish: PurchaseWish = {
  planId: 'ritkant-monthly',
  billingProfileId: 'nordlys-office',
  quantity: 12,
  agreement: AGREEMENT_VERSION,
  orderId: null,
};

/** The same plan and number, proposed by sales at a lower price. */
export const accepting: PurchaseWish = { ...wish, orderId: 'proposal' };

const proposal: OrderDraft = {
  id: 'proposal',
  channel: 'proposal',
  organizationId: 'nordlys',
  planId: wish.planId,
  quantity: wish.quantity,
  unitAmountMinor: 19_900n,
  currency: 'SEK',
  senderName: 'Elin Åkesson',
  senderEmail: null,
  terms: null,
  termsLocale: null,
  validThrough: '2026-11-30',
};

export async function propose(): Promise<void> {
  requireAccepted(await saveOrder(job, proposal, at('2026-11-20')));
}

export function asked(wanted: PurchaseWish, key = newId(), when = now) {
  return { key, subjectId: wanted.planId, wish: wanted, now: when };
}

/** Reviewed and confirmed, as on the page. */
export async function get(wanted: PurchaseWish, { key = newId(), scope = maja, when = now } = {}) {
  const request = asked(wanted, key, when);
  const reviewed = await previewTask(scope, appPurchase, request);
  return reviewed.ok ? commitTask(scope, appPurchase, request) : reviewed;
}
