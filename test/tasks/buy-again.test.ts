import { beforeEach, expect, test } from 'vitest';
import { newId } from '@/db/ids';
import { scopeOf } from '@/lib/demo/seed/people';
import { AGREEMENT_VERSION } from '@/lib/domain/agreement';
import { type BuyAgainWish, buyAgain } from '@/lib/server/buy-again';
import { activateSubscription } from '@/lib/server/life/activate';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import {
  at,
  buy,
  cancel,
  everything,
  job,
  newDemoDatabase,
  requireAccepted,
  startUsing,
  subscriptionNow,
} from '@/test/support/database';

const maja = scopeOf('maja-sandberg');
const id = 'bought';
const now = at('2026-11-22');
const wish: BuyAgainWish = {
  planId: 'tallyworks-pro-annual',
  billingProfileId: 'nordlys-office',
  quantity: 12,
  agreement: AGREEMENT_VERSION,
};

beforeEach(async () => {
  await newDemoDatabase();
  await startUsing({ id, on: '2026-11-01' });
});

const stop = () => cancel(maja, id, at('2026-11-20'), 'now');

async function again(asked: BuyAgainWish = wish, { key = newId(), scope = maja } = {}) {
  const request = { key, subjectId: id, wish: asked, now };
  const reviewed = await previewTask(scope, buyAgain, request);
  return reviewed.ok ? commitTask(scope, buyAgain, request) : reviewed;
}

test('a disabled app is bought as a new subscription, and the old one stays as it is', async () => {
  requireAccepted(await stop());
  const old = await subscriptionNow(id);
  const key = newId();
  const receiptId = requireAccepted(await again(wish, { key }));
  expect(await subscriptionNow(key)).toMatchObject({
    state: 'pending_activation',
    channel: 'direct',
    replacesId: id,
    quantity: 12,
    unitAmountMinor: 129_000n,
    activateBy: '2026-12-22',
    planId: wish.planId,
  });
  expect(await subscriptionNow(id)).toEqual({ ...old, replacedById: key });
  const all = await everything();
  expect(all.agreement_acceptances?.at(-1)).toEqual({
    subscriptionId: key,
    version: AGREEMENT_VERSION,
    personId: 'maja-sandberg',
    acceptedAt: now,
  });
  expect(all.audit_entries?.slice(-2)).toMatchObject([
    { act: 'replaced', subscriptionId: id, after: { replacedById: key } },
    {
      act: 'buy_again',
      subscriptionId: key,
      after: { quantity: 12, replacesId: id, agreementVersion: AGREEMENT_VERSION },
    },
  ]);
  expect(all.receipts?.at(-1)).toMatchObject({
    id: receiptId,
    act: 'buy_again',
    subscriptionId: key,
    documentId: null,
  });
  expect([all.charges, all.documents].map((rows) => rows?.length)).toEqual([1, 1]);
  requireAccepted(await activateSubscription(job, { subscriptionId: key, now: at('2026-11-23') }));
  expect(await subscriptionNow(key)).toMatchObject({ state: 'active', periodEnd: '2027-11-23' });
});

test('one replacement at a time, however often and from wherever it is asked for', async () => {
  requireAccepted(await stop());
  const key = newId();
  const asked = { key, subjectId: id, wish, now };
  const rival = { ...asked, key: newId() };
  for (const request of [asked, rival]) requireAccepted(await previewTask(maja, buyAgain, request));
  const commits = Array.from({ length: 20 }, (_, index) => commitTask(maja, buyAgain, index % 2 ? rival : asked));
  const done = await Promise.all(commits);
  expect(new Set(done.filter(({ ok }) => ok).map(requireAccepted)).size).toBe(1);
  const { subscriptions, receipts } = await everything();
  expect(subscriptions).toHaveLength(2);
  expect(receipts?.filter((receipt) => Object(receipt).act === 'buy_again')).toHaveLength(1);
  expect(await again()).toEqual({ ok: false, refusal: 'already_bought_again' });

  const first = String((await subscriptionNow(id)).replacedById);
  requireAccepted(await cancel(maja, first, now, 'now'));
  expect((await subscriptionNow(id)).replacedById).toBeNull();
  requireAccepted(await again());
});

test.each([
  ['not_found', { planId: 'nothing' }],
  ['not_found', { billingProfileId: 'kymata-head-office' }],
  ['not_sold', { planId: 'lagkort-monthly' }],
  ['quantity_below_minimum', { quantity: 0 }],
  ['quantity_below_minimum', { quantity: null }],
  ['quantity_above_maximum', { quantity: 301 }],
  ['agreement_changed', { agreement: '2020-01' }],
] as const)('%s: nothing is bought', async (refusal, changed) => {
  requireAccepted(await stop());
  const before = await everything();
  expect(await again({ ...wish, ...changed })).toEqual({ ok: false, refusal });
  expect(await everything()).toEqual(before);
});

test('only what is disabled, and only by its own organization', async () => {
  expect(await again()).toEqual({ ok: false, refusal: 'subscription_not_disabled' });
  requireAccepted(await stop());
  const stranger = scopeOf('eleni-papadaki');
  expect(await again(wish, { scope: stranger })).toEqual({ ok: false, refusal: 'not_found' });
});

test('every purchase keeps the agreement that was accepted', async () => {
  requireAccepted(await buy({ id: 'other', on: '2026-11-02' }));
  const { agreement_acceptances: kept } = await everything();
  expect(kept?.map((row) => Object(row).subscriptionId)).toEqual([id, 'other']);
});
