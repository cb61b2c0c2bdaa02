import { z } from 'zod';
import { saveAppPurchase } from '@/db/app-purchases';
import { listReceiptRecipients } from '@/db/colleagues';
import { findOrder, type Order } from '@/db/orders';
import type { OrgScope } from '@/db/scope';
import { AGREEMENT_VERSION } from '@/lib/domain/agreement';
import { dayIn } from '@/lib/domain/days';
import { judgeOrder, type OrderRefusal } from '@/lib/domain/orders';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { Renewal } from '@/lib/domain/quantity-quote';
import { type DecidedPurchase, decidePurchase, type PurchaseRefusal } from './life/purchase';
import { priceOfPurchase } from './life/purchase-price';
import type { Asked, ReviewedTask } from './reviewed-task';

export type PurchaseWish = {
  readonly planId: string;
  readonly billingProfileId: string;
  /** null exactly when the plan is flat. */
  readonly quantity: number | null;
  /** Of the customer agreement, as the reader accepted it. */
  readonly agreement: string;
  /** The partner's order or proposal that is accepted; null for a purchase of the reader's own. */
  readonly orderId: string | null;
};

export type PurchaseTaskRefusal = PurchaseRefusal | OrderRefusal | 'not_billed' | 'agreement_changed';

/** What a review of a purchase tells: it must be the same when it is confirmed. */
type Shown = {
  readonly plan: string;
  readonly profile: string;
  readonly quantity: number | null;
  readonly activateBy: string;
  readonly agreement: string;
  readonly price: Renewal;
};

export type DecidedAppPurchase = {
  readonly purchase: DecidedPurchase;
  readonly order: Order | undefined;
  readonly version: number;
  readonly shown: Shown;
};

type SaveRefusal = 'busy' | 'key_reused';

/** Buys an app, or accepts what was ordered or proposed; the key becomes the subscription's id. Its subject is the plan. */
export const appPurchase: ReviewedTask<PurchaseWish, DecidedAppPurchase, PurchaseTaskRefusal, SaveRefusal> = {
  name: 'get-apps',
  wish: z.strictObject({
    planId: z.string(),
    billingProfileId: z.string(),
    quantity: z.number().int().nullable(),
    agreement: z.string(),
    orderId: z.string().nullable(),
  }),
  decide,
  save,
};

async function decide(
  scope: OrgScope,
  { key, subjectId, wish, now }: Asked<PurchaseWish>,
): Promise<Outcome<DecidedAppPurchase, PurchaseTaskRefusal>> {
  const { planId, billingProfileId, quantity, agreement, orderId } = wish;
  const order = orderId === null ? undefined : await findOrder(scope, orderId);
  const isOrderHere = order ? order.planId === planId && order.quantity === quantity : orderId === null;
  if (subjectId !== planId || !isOrderHere) return refuse('not_found');
  const open = order ? judgeOrder(order, dayIn(order.timeZone, now)) : accept(null);
  if (!open.ok) return open;
  if (agreement !== AGREEMENT_VERSION) return refuse('agreement_changed');
  const asked = { id: key, planId, billingProfileId, quantity, now, ...(order ? { order } : {}) };
  const purchase = await decidePurchase(scope, asked);
  if (!purchase.ok) return purchase;
  const price = priceOfPurchase(purchase.value);
  if (!price.ok) return refuse('not_billed');
  const { activateBy } = purchase.value.draft;
  const shown = { plan: planId, profile: billingProfileId, quantity, activateBy, agreement, price: price.value };
  return accept({ purchase: purchase.value, order, version: order?.version ?? 1, shown });
}

async function save(
  scope: OrgScope,
  { key, inputHash, now }: Asked<PurchaseWish> & { readonly inputHash: string },
  { purchase, order, shown }: DecidedAppPurchase,
): Promise<Outcome<string, SaveRefusal> | 'stale'> {
  const recipients = await listReceiptRecipients(scope, purchase.draft.billingProfileId);
  return saveAppPurchase(scope, { key, inputHash, purchase, price: shown.price, order, recipients, now });
}
