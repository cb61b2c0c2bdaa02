import { describe, expect, test } from 'vitest';
import { replacePaymentMethod } from '@/db/organizations';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { passActivationDeadline } from '@/lib/server/life/activation-deadline';
import {
  at,
  buy,
  everything,
  job,
  listActs,
  newDemoDatabase,
  requireAccepted,
  startUsing,
  subscriptionNow,
} from '@/test/support/database';
import {
  afterAnswer,
  askToken,
  call,
  newAccessToken,
  newProgram,
  tokenFields,
  toldBy,
  visitPortal,
} from '@/test/support/publisher-api';
import { faultsOf } from '@/test/support/saas-description';

const now = at('2026-11-22');
const planId = 'tallyworks-pro-monthly';

async function start(bought: Partial<Parameters<typeof buy>[0]> = {}) {
  await newDemoDatabase();
  requireAccepted(await buy({ id: 'bought', on: '2026-11-22', ...bought }));
  const as = await newAccessToken(await newProgram('tallyworks', now), now);
  return { as, id: (await subscriptionNow('bought')).fulfilmentId };
}

const wire = {
  publisherId: 'tallyworks',
  offerId: 'tallyworks-pro',
  name: 'Tallyworks Pro',
  planId,
  quantity: 10,
  isTest: false,
  isFreeTrial: false,
  allowedCustomerOperations: ['Read', 'Update', 'Delete'],
  sandboxType: 'None',
  sessionMode: 'None',
  created: '2026-11-22T10:00:00.000Z',
};

describe('a subscription', () => {
  test('is told in the protocol’s form, before and after its activation', async () => {
    const { as, id } = await start();
    const buyer = { emailId: 'maja.sandberg@nordlysbygg.example', puid: expect.stringMatching(/^[\dA-F]{16}$/) };
    const before = await (await call('find', { as, id, now })).json();
    expect(before).toMatchObject({ ...wire, id, saasSubscriptionStatus: 'PendingFulfillmentStart', autoRenew: true });
    expect(before.term).toEqual({ termUnit: 'P1M' });
    expect(before.beneficiary).toMatchObject(buyer);
    expect(before.purchaser).toEqual(before.beneficiary);
    expect(faultsOf('Subscription', before)).toEqual([]);

    const activated = await call('activate', { as, id, now, body: { planId, quantity: 10 } });
    expect([activated.status, await activated.text()]).toEqual([200, '']);
    expect(afterAnswer.mock.lastCall).toEqual([drainOutbox]);
    const after = await (await call('find', { as, id, now })).json();
    expect(after).toMatchObject({ ...wire, id, saasSubscriptionStatus: 'Subscribed', autoRenew: true });
    expect(after.term).toEqual({
      termUnit: 'P1M',
      startDate: '2026-11-22T00:00:00Z',
      endDate: '2026-12-21T00:00:00Z',
    });
    expect(faultsOf('Subscription', after)).toEqual([]);
  });

  test('has no quantity when its plan is flat, and is resolved in every state', async () => {
    const { as, id } = await start({ planId: 'tallyworks-archive-monthly', quantity: null });
    const token = await visitPortal('johan-ekstrom', 'bought', now);
    for (const status of ['PendingFulfillmentStart', 'Subscribed']) {
      const resolved = await (await call('resolve', { as, token, now })).json();
      expect(resolved).toMatchObject({ id, subscriptionName: 'Tallyworks Archive', offerId: 'tallyworks-archive' });
      expect(resolved).not.toHaveProperty('quantity');
      expect(resolved.subscription).toMatchObject({ id, saasSubscriptionStatus: status });
      expect(resolved.subscription).not.toHaveProperty('quantity');
      expect(faultsOf('ResolvedSubscription', resolved)).toEqual([]);
      await call('activate', { as, id, now, body: { planId: 'tallyworks-archive-monthly', quantity: '' } });
    }
  });
});

test('whatever a client of the protocol reads is missed where it is not told', async () => {
  const { as, id } = await start();
  const token = await visitPortal('johan-ekstrom', 'bought', now);
  const [whole, resolved] = [await call('find', { as, id, now }), await call('resolve', { as, token, now })];
  const refused = await call('find', { as: '', id, now });
  const issued = await askToken(tokenFields(await newProgram('meltemi', now)), now);
  for (const [name, answer] of [
    ['Subscription', whole],
    ['ResolvedSubscription', resolved],
    ['Refusal', refused],
    ['AccessToken', issued],
  ] as const) {
    const told = await answer.json();
    expect(faultsOf(name, told)).toEqual([]);
    for (const field of Object.keys(told).filter((key) => key !== 'quantity'))
      expect(faultsOf(name, { ...told, [field]: undefined }), field).not.toEqual([]);
    expect(faultsOf(name, { ...told, unknown: 1 })).not.toEqual([]);
  }
});

describe('activation', () => {
  test.each([
    ['the plan and the quantity', { planId, quantity: 10 }, '200'],
    ['the plan alone', { planId }, '200'],
    ['a quantity in digits', { planId, quantity: '10' }, '200'],
    ['a quantity of null', { planId, quantity: null }, '200'],
    ['another quantity', { planId, quantity: 9 }, '400 quantity_mismatch'],
    ['another plan', { planId: 'tallyworks-pro-annual', quantity: 10 }, '400 plan_mismatch'],
    ['no plan', { quantity: 10 }, '400 plan_mismatch'],
    ['no body', undefined, '400 plan_mismatch'],
    ['a fraction', { planId, quantity: 1.5 }, '400 body_malformed'],
    ['no JSON', '{', '400 body_malformed'],
    ['a list', [], '400 body_malformed'],
    ['too much', `"${'x'.repeat(20_000)}"`, '413 body_too_large'],
  ])('with $0: $2', async (_, body, expected) => {
    const { as, id } = await start();
    const before = await everything();
    expect(await toldBy(await call('activate', { as, id, now, body }))).toBe(expected);
    if (expected === '200')
      expect(await subscriptionNow('bought')).toMatchObject({ state: 'active', periodStart: '2026-11-22' });
    else expect(await everything()).toEqual(before);
  });

  test('is done once, says by whom, and is no error when the card is declined', async () => {
    const { as, id } = await start();
    await replacePaymentMethod(job, 'nordlys-office', decliningCard('2026-11-22'), now);
    expect((await call('activate', { as, id, now, body: { planId } })).status).toBe(200);
    const found = await (await call('find', { as, id, now })).json();
    expect(found.saasSubscriptionStatus).toBe('Suspended');
    expect(await toldBy(await call('activate', { as, id, now, body: { planId } }))).toBe('400 already_suspended');
    expect(await listActs()).toEqual(['purchase', 'activate']);
    const entries = (await everything()).audit_entries;
    expect(Object(entries?.at(-1)).after).toMatchObject({ publisherId: 'tallyworks', state: 'past_due' });
  });

  test('comes too late for what is active or has ended', async () => {
    const { as, id } = await start();
    await call('activate', { as, id, now, body: { planId } });
    expect(await toldBy(await call('activate', { as, id, now, body: { planId } }))).toBe('400 already_active');
    const late = at('2026-12-30');
    requireAccepted(await buy({ id: 'late', on: '2026-11-22' }));
    requireAccepted(await passActivationDeadline(job, { subscriptionId: 'late', now: late }));
    const ended = (await subscriptionNow('late')).fulfilmentId;
    expect(await toldBy(await call('activate', { as, id: ended, now, body: { planId } }))).toBe('404 not_found');
    const found = await (await call('find', { as, id: ended, now })).json();
    expect(found).toMatchObject({ saasSubscriptionStatus: 'Unsubscribed', autoRenew: false });
  });

  test('asked for ten times at once is one activation and one invoice', async () => {
    const { as, id } = await start();
    const asked = Array.from({ length: 10 }, () => call('activate', { as, id, now, body: { planId } }));
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses).toContain(200);
    expect(await listActs()).toEqual(['purchase', 'activate']);
    expect((await everything()).documents).toHaveLength(1);
  });
});

describe('reported assignments', () => {
  test.each([
    [{ assignedQuantity: 7 }, '200'],
    [{ assignedQuantity: 0 }, '200'],
    [{ assignedQuantity: 11 }, '400 assigned_above_quantity'],
    [{ assignedQuantity: -1 }, '400 body_malformed'],
    [{ assignedQuantity: '7' }, '400 body_malformed'],
    [{ assignedQuantity: 7, quantity: 20 }, '400 body_malformed'],
    [undefined, '400 body_malformed'],
  ])('%j: %s', async (body, expected) => {
    const { as, id } = await start();
    await call('activate', { as, id, now, body: { planId } });
    expect(await toldBy(await call('assign', { as, id, now, body, query: '?api-version=2018-08-31' }))).toBe(expected);
  });

  test('are refused before the activation and for a flat plan', async () => {
    const { as, id } = await start();
    const body = { assignedQuantity: 1 };
    expect(await toldBy(await call('assign', { as, id, now, body }))).toBe('400 not_in_use');
    await startUsing({ id: 'flat', planId: 'tallyworks-archive-monthly', quantity: null, on: '2026-11-22' });
    const flat = (await subscriptionNow('flat')).fulfilmentId;
    expect(await toldBy(await call('assign', { as, id: flat, now, body }))).toBe('400 quantity_not_applicable');
  });
});
