import { beforeEach, expect, test } from 'vitest';
import { newId } from '@/db/ids';
import { scopeOf } from '@/lib/demo/seed/people';
import { declineOrder } from '@/lib/server/decline-order';
import { activateSubscription } from '@/lib/server/life/activate';
import { appPurchase } from '@/lib/server/purchase';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import {
  at,
  everything,
  job,
  listActs,
  newDemoDatabase,
  requireAccepted,
  subscriptionNow,
} from '@/test/support/database';
import { accepting, asked, get, maja, now, propose } from '@/test/support/purchases';

const astrid = scopeOf('astrid-lindqvist');
const declining = {
  orderId: 'proposal',
  billingProfileId: 'nordlys-office',
  reason: 'other',
  comment: null,
  now,
} as const;

beforeEach(newDemoDatabase);

test('a proposal is accepted at its own price, which the subscription keeps', async () => {
  await propose();
  const key = newId();
  requireAccepted(await get(accepting, { key }));
  requireAccepted(await activateSubscription(job, { subscriptionId: key, now: at('2026-11-23') }));
  expect(await subscriptionNow(key)).toMatchObject({
    state: 'active',
    channel: 'proposal',
    orderId: 'proposal',
    unitAmountMinor: 19_900n,
  });
  const { orders, receipts, documents } = await everything();
  expect(orders).toMatchObject([{ acceptedAt: now, closedBy: 'maja-sandberg', version: 2 }]);
  expect(receipts).toMatchObject([{ act: 'accept_order' }]);
  expect(documents).toMatchObject([{ netMinor: 238_800n }]);
  expect(await listActs()).toEqual(['receive_order', 'accept_order', 'activate']);
});

test('accepted once, whoever accepts or declines it at the same time', async () => {
  await propose();
  const requests = [maja, astrid].map((scope) => ({ scope, request: asked(accepting) }));
  for (const { scope, request } of requests) requireAccepted(await previewTask(scope, appPurchase, request));
  const done = await Promise.all([
    ...Array.from({ length: 10 }, () =>
      requests.map(({ scope, request }) => commitTask(scope, appPurchase, request)),
    ).flat(),
    declineOrder(astrid, { ...declining, key: newId() }),
  ]);
  expect(new Set(done.filter(({ ok }) => ok).map(requireAccepted)).size).toBe(1);
  const { subscriptions = [], orders, receipts } = await everything();
  const [order] = orders ?? [];
  expect(Number(Object(order).acceptedAt !== null) + Number(Object(order).declinedAt !== null)).toBe(1);
  expect(subscriptions).toHaveLength(Object(order).acceptedAt === null ? 0 : 1);
  expect(receipts).toHaveLength(1);
  const again = await get(accepting, { scope: astrid });
  expect(again).toMatchObject({ ok: false, refusal: expect.stringMatching(/^order_(accepted|declined)$/) });
});

test('declined with a reason, once; then nothing can be bought from it', async () => {
  await propose();
  const wanted = { ...declining, key: newId(), reason: 'too_expensive', comment: 'Vänta' } as const;
  const receipt = requireAccepted(await declineOrder(maja, wanted));
  expect(await declineOrder(maja, wanted)).toEqual({ ok: true, value: receipt });
  expect(await declineOrder(maja, { ...wanted, reason: 'other' })).toEqual({ ok: false, refusal: 'key_reused' });
  expect(await declineOrder(maja, { ...wanted, key: newId() })).toEqual({ ok: false, refusal: 'order_declined' });
  const { orders, outbox_events: mails } = await everything();
  expect(orders).toMatchObject([{ declinedAt: now, declineReason: 'too_expensive', declineComment: 'Vänta' }]);
  expect(mails?.map((mail) => Object(mail).kind)).toEqual(['notice']);
  expect(await get(accepting)).toEqual({ ok: false, refusal: 'order_declined' });
});

test.each([
  ['the last day, where the organization is', '2026-11-30T22:59:00Z', true],
  ['the day after', '2026-11-30T23:00:00Z', false],
])('%s', async (_, instant, isOpen) => {
  await propose();
  const answer = await get(accepting, { when: Date.parse(instant) });
  if (isOpen) requireAccepted(answer);
  else expect(answer).toEqual({ ok: false, refusal: 'order_expired' });
});

test('another organization’s proposal is not there to accept or decline', async () => {
  await propose();
  const eleni = scopeOf('eleni-papadaki');
  const theirs = { ...accepting, billingProfileId: 'kymata-head-office' };
  expect(await get(theirs, { scope: eleni })).toEqual({ ok: false, refusal: 'not_found' });
  expect(await declineOrder(eleni, { ...declining, billingProfileId: 'kymata-head-office', key: newId() })).toEqual({
    ok: false,
    refusal: 'not_found',
  });
});
