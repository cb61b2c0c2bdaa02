import { expect, test } from 'vitest';
import { newId } from '@/db/ids';
import { listDocuments } from '@/db/invoices';
import { listOpenInvoices } from '@/db/payments';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { addDays } from '@/lib/domain/days';
import { amountDueOf } from '@/lib/domain/invoices';
import { runChargeRetries } from '@/lib/server/jobs/charge-retries';
import { runDueSubscriptions } from '@/lib/server/jobs/due-subscriptions';
import { invoicePayment } from '@/lib/server/pay-invoice';
import { commitTask } from '@/lib/server/reviewed-task';
import { at, cancel, everything, job, listActs, requireAccepted, subscriptionNow } from '@/test/support/database';
import { day, days, declines, giveCard, good, office, pastDue, pay, period } from '@/test/support/past-due';
import { maja, subscriptionId, tenLicenses } from '@/test/support/ten-licenses';

test('a renewal that fails is owed, tried on days 2, 7, 14 and 21, and disables after day 30', async () => {
  await pastDue();
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'past_due', payBy: '2026-12-31' });
  expect((await listOpenInvoices(maja, office)).map(amountDueOf)).toEqual([period]);
  const triedOn: string[] = [];
  for (let today = '2026-12-02'; today <= '2026-12-31'; today = addDays(today, 1)) {
    const before = await declines();
    await day(today);
    await day(today);
    if ((await declines()) > before) triedOn.push(today);
    expect(await declines()).toBeLessThanOrEqual(before + 1);
  }
  expect(triedOn).toEqual(['2026-12-03', '2026-12-08', '2026-12-15', '2026-12-22']);
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'past_due' });
  await day('2027-01-01');
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'disabled', disabledReason: 'nonpayment' });
  expect((await listOpenInvoices(maja, office)).map(amountDueOf)).toEqual([period]);
  const { outbox_events: events = [] } = await everything();
  const told = events.map((event) => Object(event).payload?.notice);
  expect(told.filter(Boolean)).toEqual(expect.arrayContaining(['payment_failed', 'nonpayment']));
});

test('a new card is tried at once, brings the app back, and what was missed is made up', async () => {
  await pastDue();
  await days('2026-12-02', '2026-12-30');
  await giveCard(good, at('2026-12-30', '12:00'));
  await runChargeRetries(job, '2026-12-30', at('2026-12-30', '12:01'));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({
    state: 'active',
    payBy: null,
    periodEnd: '2027-01-01',
  });
  expect(await listOpenInvoices(maja, office)).toEqual([]);
  expect((await listActs()).slice(-2)).toEqual(['reinstate', 'collect_payment']);
});

test('while past due the period is frozen; paid late, every missed period is billed and paid', async () => {
  await tenLicenses();
  await giveCard(decliningCard('2026-11-22'), at('2026-11-20'));
  await day('2026-12-01');
  // No job runs for seven weeks, and the last day to pay has not been judged.
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ periodEnd: '2027-01-01' });
  await runDueSubscriptions(job, '2027-01-20', at('2027-01-20'));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'past_due', periodEnd: '2027-01-01' });
  await giveCard(good, at('2027-01-20'));
  requireAccepted(await pay(at('2027-01-20', '11:00')));
  await runDueSubscriptions(job, '2027-01-20', at('2027-01-20', '11:01'));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'active', periodEnd: '2027-02-01' });
  const invoices = await listDocuments(maja, [office]);
  expect(invoices.map(({ number }) => number)).toEqual(['2027-00001', '2026-00002', '2026-00001']);
  expect(invoices.map(amountDueOf)).toEqual([0n, 0n, 0n]);
});

test('pay now: five tries a day, a decline changes nothing else, the same key pays once', async () => {
  await pastDue();
  const before = await everything();
  for (let turn = 0; turn < 5; turn += 1) {
    expect(await pay(at('2026-12-02', `10:0${turn}`))).toEqual({ ok: false, refusal: 'payment_declined' });
  }
  expect(await pay(at('2026-12-02', '10:30'))).toEqual({ ok: false, refusal: 'too_many_tries' });
  const { charges: _tried, previews: _shown, ...rest } = await everything();
  const { charges: _one, previews: _none, ...same } = before;
  expect(rest).toEqual(same);

  await giveCard(good, at('2026-12-03'));
  const key = newId();
  const paid = requireAccepted(await pay(at('2026-12-03', '11:00'), key));
  const [debt] = await listDocuments(maja, [office]);
  const again = await commitTask(maja, invoicePayment, {
    key,
    subjectId: debt?.id ?? '',
    wish: {},
    now: at('2026-12-03', '11:01'),
  });
  expect(again).toEqual({ ok: true, value: paid });
  expect(await pay(at('2026-12-03', '11:02'))).toEqual({ ok: false, refusal: 'not_found' });
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'active' });
});

test('the debt of a disabled app can be paid, and does not turn it on', async () => {
  await pastDue();
  await days('2026-12-02', '2027-01-01');
  await giveCard(good, at('2027-01-02'));
  await runChargeRetries(job, '2027-01-02', at('2027-01-02'));
  expect(await listOpenInvoices(maja, office)).toHaveLength(1);
  requireAccepted(await pay(at('2027-01-02', '12:00')));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'disabled', disabledReason: 'nonpayment' });
  expect(await listOpenInvoices(maja, office)).toEqual([]);
});

test('canceling stops the attempts at once', async () => {
  await pastDue();
  requireAccepted(await cancel(maja, subscriptionId, at('2026-12-02')));
  const before = await declines();
  await days('2026-12-03', '2026-12-10');
  expect(await declines()).toBe(before);
});
