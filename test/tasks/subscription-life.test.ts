import { expect, test } from 'vitest';
import { read } from '@/db/client';
import { replacePaymentMethod } from '@/db/organizations';
import { billingLines, subscriptions } from '@/db/schema';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { activateSubscription } from '@/lib/server/life/activate';
import { passActivationDeadline } from '@/lib/server/life/activation-deadline';
import { reportAssigned } from '@/lib/server/life/report-assigned';
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

const id = 'bought';

test('a purchase waits for activation, bills nothing and is recorded once per id', async () => {
  await newDemoDatabase();
  const [first, second] = await Promise.all([buy({ id, on: '2026-11-01' }), buy({ id, on: '2026-11-01' })]);
  expect([first, second]).toEqual([
    { ok: true, value: id },
    { ok: true, value: id },
  ]);
  expect(await subscriptionNow(id)).toMatchObject({
    state: 'pending_activation',
    quantity: 10,
    unitAmountMinor: 12900n,
    currency: 'SEK',
    policyVersion: '2026-11',
    activateBy: '2026-12-01',
    version: 1,
  });
  expect(await listActs()).toEqual(['purchase']);
  expect((await everything()).documents).toEqual([]);
});

test.each([
  ['quantity_below_minimum', { quantity: 0 }],
  ['quantity_below_minimum', { quantity: null }],
  ['quantity_above_maximum', { quantity: 301 }],
  ['quantity_not_applicable', { planId: 'tallyworks-archive-monthly', quantity: 1 }],
  ['not_found', { planId: 'nothing' }],
  ['not_found', { billingProfileId: 'kymata-head-office' }],
] as const)('a purchase is refused with %s and changes nothing: %o', async (refusal, chosen) => {
  await newDemoDatabase();
  const before = await everything();
  expect(await buy({ id, on: '2026-11-01', ...chosen })).toEqual({ ok: false, refusal });
  expect(await everything()).toEqual(before);
});

test('an id that bought something else, or somewhere else, is refused', async () => {
  await newDemoDatabase();
  await buy({ id, on: '2026-11-01' });
  const before = await everything();
  const other = { id, on: '2026-11-01', planId: 'ritkant-monthly' };
  expect(await buy(other)).toEqual({ ok: false, refusal: 'key_reused' });
  const elsewhere = { id, on: '2026-11-01', by: 'maria-vlachou', billingProfileId: 'kymata-head-office' };
  expect(await buy(elsewhere)).toEqual({ ok: false, refusal: 'key_reused' });
  expect(await everything()).toEqual(before);
});

test('activation starts the period in the profile’s time zone and invoices it, once', async () => {
  await newDemoDatabase();
  await buy({ id, on: '2026-11-01' });
  const now = at('2026-11-30', '23:30');
  const both = [1, 2].map(() => activateSubscription(job, { subscriptionId: id, now }));
  for (const outcome of await Promise.all(both)) expect(outcome).toEqual({ ok: true, value: 'active' });
  expect(await subscriptionNow(id)).toMatchObject({
    state: 'active',
    anchorOn: '2026-12-01',
    periodStart: '2026-12-01',
    periodEnd: '2027-01-01',
    payBy: null,
    version: 2,
  });
  const all = await everything();
  expect(all.charges).toMatchObject([{ outcome: 'succeeded', amountMinor: 161250n, currency: 'SEK' }]);
  expect(all.documents).toMatchObject([
    { kind: 'invoice', number: '2026-00001', netMinor: 129000n, vatMinor: 32250n, totalMinor: 161250n },
  ]);
  expect(all.billing_lines).toMatchObject([
    { kind: 'period', toQuantity: 10, servedFrom: '2026-12-01', servedUntil: '2027-01-01', netMinor: 129000n },
  ]);
  expect(await listActs()).toEqual(['purchase', 'activate']);
  const after = await everything();
  expect(await activateSubscription(job, { subscriptionId: id, now })).toEqual({
    ok: false,
    refusal: 'invalid_transition',
  });
  expect(await everything()).toEqual(after);
});

test('a declined card leaves the first invoice unpaid and seven days to pay', async () => {
  await newDemoDatabase();
  await replacePaymentMethod(job, 'nordlys-office', decliningCard('2026-11-22'), at('2026-10-31'));
  await startUsing({ id, on: '2026-11-01' });
  expect(await subscriptionNow(id)).toMatchObject({ state: 'past_due', payBy: '2026-11-08', periodEnd: '2026-12-01' });
  const all = await everything();
  expect(all.charges).toMatchObject([{ outcome: 'declined', declineCode: 'card_declined' }]);
  expect(all.documents).toMatchObject([{ totalMinor: 161250n, chargeId: null }]);
});

test('a flat plan is billed once for the whole organization', async () => {
  await newDemoDatabase();
  await startUsing({ id, planId: 'tallyworks-archive-monthly', quantity: null, on: '2026-11-01' });
  expect(await read((db) => db.select().from(billingLines))).toMatchObject([{ toQuantity: null, netMinor: 89000n }]);
  const report = { subscriptionId: id, assignedQuantity: 3, now: at('2026-11-02') };
  expect(await reportAssigned(job, report)).toEqual({ ok: false, refusal: 'quantity_not_applicable' });
});

test('on an invoiced profile the line waits: no document, no charge', async () => {
  await newDemoDatabase();
  await startUsing({ id, by: 'johan-ekstrom', billingProfileId: 'nordlys-projects', on: '2026-11-01' });
  expect((await subscriptionNow(id)).state).toBe('active');
  const all = await everything();
  expect(all.billing_lines).toMatchObject([{ documentId: null, netMinor: 129000n }]);
  expect([all.documents, all.charges]).toEqual([[], []]);
});

test('the activation deadline passes only after its last day, and bills nothing', async () => {
  await newDemoDatabase();
  await buy({ id, on: '2026-10-01' });
  const onTheDay = { subscriptionId: id, now: at('2026-10-31') };
  expect(await passActivationDeadline(job, onTheDay)).toEqual({ ok: false, refusal: 'not_due' });
  const after = { subscriptionId: id, now: at('2026-11-01') };
  expect(await passActivationDeadline(job, after)).toEqual({ ok: true, value: 'disabled' });
  expect(await passActivationDeadline(job, after)).toEqual({ ok: false, refusal: 'invalid_transition' });
  const [row] = await read((db) => db.select().from(subscriptions));
  expect(row).toMatchObject({ state: 'disabled', disabledReason: 'activation_timeout', periodStart: null });
  expect(await listActs()).toEqual(['purchase', 'pass_activation_deadline']);
  expect((await everything()).billing_lines).toEqual([]);
});

test('assigned licenses are recorded up to the quantity, and the same report again changes nothing', async () => {
  await newDemoDatabase();
  await buy({ id, on: '2026-11-01' });
  const report = (assignedQuantity: number) =>
    reportAssigned(job, { subscriptionId: id, assignedQuantity, now: at('2026-11-02') });
  expect(await report(1)).toEqual({ ok: false, refusal: 'invalid_transition' });
  requireAccepted(await activateSubscription(job, { subscriptionId: id, now: at('2026-11-01') }));
  expect(await report(11)).toEqual({ ok: false, refusal: 'assigned_above_quantity' });
  expect(await report(7)).toEqual({ ok: true, value: 7 });
  const before = await everything();
  expect(await report(7)).toEqual({ ok: true, value: 7 });
  expect(await everything()).toEqual(before);
  expect(before.audit_entries?.at(-1)).toMatchObject({
    act: 'report_assigned',
    personId: null,
    before: { assignedQuantity: 0 },
    after: { assignedQuantity: 7 },
  });
});
