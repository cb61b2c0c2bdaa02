import { beforeEach, expect, test } from 'vitest';
import { newId } from '@/db/ids';
import { AGREEMENT_VERSION } from '@/lib/domain/agreement';
import { appPurchase, type PurchaseWish } from '@/lib/server/purchase';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import { everything, listActs, newDemoDatabase, requireAccepted, subscriptionNow } from '@/test/support/database';
import { savePlanPrice } from '@/test/support/plan-prices';
import { asked, get, maja, now, propose, wish } from '@/test/support/purchases';

beforeEach(newDemoDatabase);

test('a purchase waits for activation, keeps the agreement, and has a receipt; sent twice it is one', async () => {
  const key = newId();
  const receipt = requireAccepted(await get(wish, { key }));
  expect(await commitTask(maja, appPurchase, asked(wish, key))).toEqual({ ok: true, value: receipt });
  expect(await subscriptionNow(key)).toMatchObject({
    state: 'pending_activation',
    channel: 'direct',
    orderId: null,
    quantity: 12,
    unitAmountMinor: 24_900n,
    activateBy: '2026-12-22',
  });
  const all = await everything();
  expect(all.subscriptions).toHaveLength(1);
  expect(all.receipts).toMatchObject([{ id: receipt, act: 'purchase', subscriptionId: key, documentId: null }]);
  expect(all.agreement_acceptances).toEqual([
    { subscriptionId: key, version: AGREEMENT_VERSION, personId: 'maja-sandberg', acceptedAt: now },
  ]);
  expect([all.charges, all.documents].map((rows) => rows?.length)).toEqual([0, 0]);
  expect(await listActs()).toEqual(['purchase']);
});

test.each<[string, Partial<PurchaseWish>]>([
  ['not_found', { planId: 'nothing' }],
  ['not_found', { billingProfileId: 'kymata-head-office' }],
  ['not_found', { orderId: 'nothing' }],
  ['not_found', { orderId: 'proposal', quantity: 13 }],
  ['not_found', { orderId: 'proposal', planId: 'lagkort-monthly' }],
  ['not_sold_in_country', { planId: 'tallyworks-hmrc-monthly', quantity: null }],
  ['not_sold_in_country', { planId: 'timologio-monthly', quantity: null }],
  ['quantity_below_minimum', { quantity: 0 }],
  ['quantity_above_maximum', { quantity: 201 }],
  ['quantity_not_applicable', { planId: 'tallyworks-archive-monthly', quantity: 1 }],
  ['agreement_changed', { agreement: '2020-01' }],
])('%s: nothing is bought', async (refusal, changed) => {
  await propose();
  const before = await everything();
  expect(await get({ ...wish, ...changed })).toEqual({ ok: false, refusal });
  expect(await everything()).toEqual(before);
});

test('a price that changes between review and confirmation is reviewed anew, and never touches what was bought', async () => {
  const bought = newId();
  requireAccepted(await get(wish, { key: bought }));
  const request = asked(wish);
  requireAccepted(await previewTask(maja, appPurchase, request));
  await savePlanPrice('ritkant-monthly', 'SEK', 25_900n);
  expect(await commitTask(maja, appPurchase, request)).toEqual({ ok: false, refusal: 'preview_differs' });
  expect((await subscriptionNow(bought)).unitAmountMinor).toBe(24_900n);
});
