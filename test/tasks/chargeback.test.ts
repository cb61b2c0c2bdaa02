import { expect, test } from 'vitest';
import { newId } from '@/db/ids';
import { findInvoice, listDocuments } from '@/db/invoices';
import { findLedgerImbalance } from '@/db/ledger';
import { listNoticeRecipients } from '@/db/notice-recipients';
import { listOpenInvoices } from '@/db/payments';
import { StaffScope } from '@/db/scope-mint';
import { amountDueOf } from '@/lib/domain/invoices';
import { formatWeekday } from '@/lib/i18n/formats';
import { bookTransfer } from '@/lib/server/book-transfer';
import { retryChargesOf } from '@/lib/server/jobs/charge-retries';
import { dailyJobsOf } from '@/lib/server/jobs/run-day';
import { runSandboxDisputes } from '@/lib/server/jobs/sandbox-disputes';
import { verifyAudit } from '@/lib/server/jobs/verify-audit';
import { composeMail } from '@/lib/server/mails/compose';
import { giveBack } from '@/lib/server/payment/card-charge';
import { answerProviderEvent } from '@/lib/server/payment/provider-event';
import { at, cancel, everything, job, listActs, requireAccepted, subscriptionNow } from '@/test/support/database';
import {
  approvalCard,
  day,
  days,
  disputedCard,
  giveCard,
  good,
  office,
  pastDue,
  pay,
  period,
} from '@/test/support/past-due';
import { change, maja, now, subscriptionId, tenLicenses, to } from '@/test/support/ten-licenses';

const disputedAt = at('2026-12-11', '10:00');

async function chargesNow() {
  const { charges = [] } = await everything();
  return charges.map((charge) => Object(charge));
}

/** The bank takes back what the newest charge has taken. */
async function dispute(on = disputedAt) {
  const reference = (await chargesNow()).at(-1)?.providerReference;
  await answerProviderEvent({ kind: 'charge_disputed', reference }, on);
  return reference;
}

const dues = async () => (await listOpenInvoices(maja, office)).map(amountDueOf);

async function notices() {
  const { outbox_events: events = [] } = await everything();
  return events.map((event) => Object(event).payload?.notice).filter((notice) => notice === 'payment_taken_back');
}

async function expectInOrder() {
  expect(await findLedgerImbalance(job, office)).toBe(0n);
  expect((await verifyAudit()).filter(({ fault }) => fault)).toEqual([]);
}

test('the invoice of an active app is open again, and the app is past due for thirty days, once', async () => {
  await tenLicenses();
  await day('2026-12-01');
  const reference = await dispute();
  const once = await everything();
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'past_due', payBy: '2027-01-10' });
  expect(await dues()).toEqual([period]);
  expect((await listActs()).slice(-2)).toEqual(['take_back_payment', 'fall_past_due']);
  expect(await notices()).toHaveLength(1);
  const [invoice] = await listDocuments(maja, [office]);
  const shown = await findInvoice(maja, invoice?.id ?? '');
  expect(shown).toMatchObject({ paidMinor: 0n, payments: [{ amountMinor: period, takenBackAt: disputedAt }] });
  await dispute();
  for (const kind of ['charge_settled', 'charge_disputed'] as const) {
    await answerProviderEvent({ kind, reference }, disputedAt);
    await answerProviderEvent({ kind, reference: 'nobody-knows-it' }, disputedAt);
  }
  expect(await everything()).toEqual(once);
  await expectInOrder();
});

test('the card is not tried again by itself; pay now or another card brings the app back', async () => {
  await tenLicenses();
  await day('2026-12-01');
  await dispute();
  const before = await chargesNow();
  await days('2026-12-12', '2026-12-24');
  expect(await chargesNow()).toEqual(before);
  requireAccepted(await pay(at('2026-12-24', '11:00')));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'active', payBy: null });
  await dispute(at('2026-12-28'));
  await giveCard(good, at('2026-12-29'));
  await retryChargesOf(job, office, at('2026-12-29'));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'active', payBy: null });
  expect(await dues()).toEqual([]);
  await expectInOrder();
});

test('unpaid, the app is disabled after its last day; paid late it stays so', async () => {
  await tenLicenses();
  await day('2026-12-01');
  await dispute();
  await days('2027-01-09', '2027-01-11');
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'disabled', disabledReason: 'nonpayment' });
  requireAccepted(await pay(at('2027-01-11', '11:00')));
  await dispute(at('2027-01-20'));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'disabled', disabledReason: 'nonpayment' });
  expect(await dues()).toEqual([period]);
  expect((await listActs()).at(-1)).toBe('take_back_payment');
  await expectInOrder();
});

test('an app that is to end waits for its payment and still ends on its day', async () => {
  await tenLicenses();
  await day('2026-12-01');
  requireAccepted(await cancel(maja, subscriptionId, at('2026-12-05')));
  await dispute();
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'past_due_ending', payBy: '2027-01-10' });
  await day('2027-01-01');
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'disabled', disabledReason: 'cancelled' });
  expect(await dues()).toEqual([period]);
});

test('of an invoice that was paid in parts, only the card’s part is owed again', async () => {
  await pastDue();
  const [open] = await listOpenInvoices(maja, office);
  const money = { invoiceId: open?.id ?? '', amountMinor: 100000n, receivedOn: '2026-12-02', reference: null };
  const biller = new StaffScope('maja-sandberg');
  requireAccepted(await bookTransfer(biller, { ...money, key: newId(), now: at('2026-12-02') }));
  await giveCard(good, at('2026-12-03'));
  requireAccepted(await pay(at('2026-12-03', '11:00')));
  expect(await dues()).toEqual([]);
  await dispute();
  expect(await dues()).toEqual([period - 100000n]);
  await expectInOrder();
});

test('an app that is past due already keeps its last day', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  const increase = (await chargesNow()).at(-1)?.providerReference;
  await giveCard(approvalCard, at('2026-11-25'));
  await day('2026-12-01');
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'past_due', payBy: '2026-12-31' });
  await answerProviderEvent({ kind: 'charge_disputed', reference: increase }, disputedAt);
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'past_due', payBy: '2026-12-31' });
  expect(await dues()).toHaveLength(2);
  expect((await listActs()).at(-1)).toBe('take_back_payment');
});

test('money that was given back already is not taken back once more', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  const { id } = (await chargesNow()).at(-1) ?? {};
  await giveBack(job, { organizationId: maja.organizationId }, { id }, now);
  const before = await everything();
  await dispute();
  expect(await everything()).toEqual(before);
});

test('taken back before its approval was heard of, it never pays', async () => {
  await pastDue(approvalCard);
  const reference = await dispute();
  await answerProviderEvent({ kind: 'charge_settled', reference }, disputedAt);
  expect((await chargesNow()).at(-1)).toMatchObject({ outcome: 'disputed' });
  expect(await dues()).toEqual([period]);
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'past_due', payBy: '2026-12-31' });
});

test('those who pay and the invoice recipients are told, each in their language, with the last day', async () => {
  await tenLicenses();
  await day('2026-12-01');
  await dispute();
  const { outbox_events: events = [] } = await everything();
  const told = events.map((event) => Object(event).payload).find(({ notice }) => notice === 'payment_taken_back');
  const recipients = await listNoticeRecipients(job, told);
  expect(recipients.map(({ name }) => name === null)).toContain(true);
  for (const recipient of recipients) {
    const event = { id: newId(), attempts: 1, kind: 'notice_mail', payload: { ...told, ...recipient } } as const;
    const mail = await composeMail(job, event, disputedAt);
    if ('unsent' in mail) throw new Error('nothing was told');
    expect(mail.text).toContain(formatWeekday(recipient.locale, '2027-01-10'));
    expect(mail.text).toMatch(recipient.locale === 'sv-SE' ? /återdebitering/ : /chargeback/);
  }
});

test('the sandbox’s card for it pays, and ten days later its bank takes the money back; no live site does so', async () => {
  await tenLicenses();
  await giveCard(disputedCard, at('2026-11-20'));
  await day('2026-12-01');
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'active' });
  await giveCard(good, at('2026-12-02'));
  await runSandboxDisputes(job, '2026-12-11', at('2026-12-11', '09:59'));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'active' });
  await runSandboxDisputes(job, '2026-12-11', at('2026-12-11', '10:00'));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'past_due', payBy: '2027-01-10' });
  expect(await dues()).toEqual([period]);
  expect(dailyJobsOf('demo')).toContain(runSandboxDisputes);
  expect(dailyJobsOf('live')).not.toContain(runSandboxDisputes);
});
