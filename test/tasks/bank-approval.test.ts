import { beforeEach, expect, test } from 'vitest';
import { newId } from '@/db/ids';
import { findLedgerImbalance } from '@/db/ledger';
import { listOpenInvoices } from '@/db/payments';
import { StaffScope } from '@/db/scope-mint';
import { approvePayment } from '@/lib/server/approve-payment';
import { bookTransfer } from '@/lib/server/book-transfer';
import { runOpenApprovals } from '@/lib/server/jobs/open-approvals';
import { verifyAudit } from '@/lib/server/jobs/verify-audit';
import { composeMail } from '@/lib/server/mails/compose';
import { answerProviderEvent } from '@/lib/server/payment/provider-event';
import { at, cancel, everything, job, listActs, requireAccepted, subscriptionNow } from '@/test/support/database';
import { approvalCard, day, days, giveCard, good, office, pastDue, pay } from '@/test/support/past-due';
import { answerBankAt, pageClock, pageOrigin } from '@/test/support/payment-page';
import { change, maja, subscriptionId, tenLicenses, to } from '@/test/support/ten-licenses';

const returnUrl = 'http://localhost:3000/sv-SE/help/fix-payment?invoice=x&approval=y#pay-invoice';
const noon = at('2026-12-02', '12:00');

// The sandbox knows a charge by its key alone: what a test before has answered is forgotten after a week.
beforeEach(() => {
  pageClock.now += 8 * 24 * 60 * 60_000;
});

async function approve(now: number, key = newId()) {
  const [open] = await listOpenInvoices(maja, office);
  return approvePayment(maja, { key, invoiceId: open?.id ?? 'none', locale: 'sv-SE', returnUrl, now });
}

/** Where the reader is sent to. */
async function askBank(now: number): Promise<string> {
  const way = requireAccepted(await approve(now));
  if (!('url' in way)) throw new Error('the bank was not asked');
  return way.url;
}

async function newestCharge() {
  const { charges = [] } = await everything();
  return Object(charges.at(-1));
}

async function settled() {
  const { providerReference: reference } = await newestCharge();
  return answerProviderEvent({ kind: 'charge_settled', reference }, noon);
}

/** One payment of the renewal, and nothing out of order anywhere. */
async function expectPaidOnce() {
  const { payments = [] } = await everything();
  expect(payments).toHaveLength(2);
  expect(await newestCharge()).toMatchObject({ outcome: 'succeeded', declineCode: null });
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'active', payBy: null });
  expect(await listOpenInvoices(maja, office)).toEqual([]);
  expect((await listActs()).filter((act) => act === 'reinstate')).toHaveLength(1);
  expect(await findLedgerImbalance(job, office)).toBe(0n);
  expect((await verifyAudit()).filter(({ fault }) => fault)).toEqual([]);
}

test('an increase whose payment the bank wants approved changes nothing but the attempt', async () => {
  await tenLicenses();
  await giveCard(approvalCard, at('2026-11-20'));
  const { charges: before = [], previews: _shown, ...same } = await everything();
  expect(await change(to(14))).toEqual({ ok: false, refusal: 'approval_needed' });
  const { charges: after = [], previews: _asked, ...rest } = await everything();
  expect(rest).toEqual(same);
  expect(after.slice(before.length)).toMatchObject([
    { outcome: 'needs_action', declineCode: 'authentication_required', documentId: null, amountMinor: 19350n },
  ]);
});

test('a renewal that waits for the bank is owed, and tried again on the days of the policy', async () => {
  await pastDue(approvalCard);
  const [open] = await listOpenInvoices(maja, office);
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'past_due', payBy: '2026-12-31' });
  expect(await newestCharge()).toMatchObject({ outcome: 'needs_action', documentId: open?.id });
  await days('2026-12-02', '2026-12-04');
  const { charges = [] } = await everything();
  expect(charges.slice(1).map((charge) => Object(charge).idempotencyKey.split(':')[0])).toEqual([
    subscriptionId,
    'retry',
  ]);
  expect(requireAccepted(await approve(at('2026-12-04', '12:00')))).toMatchObject({
    url: expect.stringContaining(pageOrigin),
  });
});

test('approved at the bank, the payment is booked with a receipt and brings the app back, once', async () => {
  await pastDue(approvalCard);
  const url = await askBank(noon);
  expect(await answerBankAt(url, 'approve')).toEqual({ status: 303, location: returnUrl });
  const key = newId();
  const [open] = await listOpenInvoices(maja, office);
  const asked = { key, invoiceId: open?.id ?? '', locale: 'sv-SE', returnUrl, now: noon } as const;
  const paid = requireAccepted(await approvePayment(maja, asked));
  expect(paid).toEqual({ receiptId: expect.any(String) });
  expect(await approvePayment(maja, asked)).toEqual({ ok: true, value: paid });
  expect(await approvePayment(maja, { ...asked, invoiceId: 'other' })).toEqual({ ok: false, refusal: 'key_reused' });
  expect(await approvePayment(maja, { ...asked, key: newId() })).toEqual({ ok: false, refusal: 'approval_gone' });
  await settled();
  await runOpenApprovals(job, '2026-12-02', noon);
  await expectPaidOnce();
  expect((await listActs()).slice(-2)).toEqual(['reinstate', 'pay_invoice']);
});

test.each([
  ['the provider tells it', [settled]],
  ['the daily job asks', [() => runOpenApprovals(job, '2026-12-02', noon)]],
  ['it is told twice and asked for as well', [settled, settled, () => runOpenApprovals(job, '2026-12-02', noon)]],
  ['both at once', [() => Promise.all([settled(), runOpenApprovals(job, '2026-12-02', noon), settled()])]],
])('a reader who does not come back has paid when %s', async (_, heard) => {
  await pastDue(approvalCard);
  await answerBankAt(await askBank(noon), 'approve');
  for (const hear of heard) await hear();
  await expectPaidOnce();
  expect(await approve(noon)).toEqual({ ok: false, refusal: 'not_found' });
});

test('pay now can wait for the bank, too; refused there, nothing is charged and it can be tried again', async () => {
  await pastDue();
  await giveCard(approvalCard, at('2026-12-02'));
  expect(await pay(at('2026-12-02', '11:00'))).toEqual({ ok: false, refusal: 'approval_open' });
  const url = await askBank(noon);
  expect(await answerBankAt(url, 'perhaps')).toMatchObject({ status: 422 });
  expect(await answerBankAt(url, 'refuse', 'https://elsewhere.example')).toMatchObject({ status: 403 });
  await answerBankAt(url, 'refuse');
  await answerBankAt(url, 'approve');
  expect(await approve(noon)).toEqual({ ok: false, refusal: 'payment_declined' });
  expect(await newestCharge()).toMatchObject({ outcome: 'declined', declineCode: 'authentication_required' });
  expect(await approve(noon)).toEqual({ ok: false, refusal: 'approval_gone' });
  expect(await pay(at('2026-12-02', '12:30'))).toEqual({ ok: false, refusal: 'approval_open' });
  await answerBankAt(await askBank(at('2026-12-02', '12:31')), 'approve');
  await runOpenApprovals(job, '2026-12-02', at('2026-12-02', '12:32'));
  await expectPaidOnce();
});

test('after two days it counts as declined; approved even later, the money still pays what is due', async () => {
  await pastDue(approvalCard);
  const soon = at('2026-12-03', '09:59');
  await runOpenApprovals(job, '2026-12-03', soon);
  expect(await newestCharge()).toMatchObject({ outcome: 'needs_action' });
  await runOpenApprovals(job, '2026-12-03', at('2026-12-03', '10:00'));
  expect(await newestCharge()).toMatchObject({ outcome: 'declined', declineCode: 'authentication_required' });
  await settled();
  await expectPaidOnce();
});

test('money that comes for an invoice that was paid meanwhile goes back', async () => {
  await pastDue(approvalCard);
  const [open] = await listOpenInvoices(maja, office);
  const money = { invoiceId: open?.id ?? '', amountMinor: 161250n, receivedOn: '2026-12-02', reference: null };
  requireAccepted(await bookTransfer(new StaffScope('maja-sandberg'), { ...money, key: newId(), now: noon }));
  await settled();
  await settled();
  expect(await newestCharge()).toMatchObject({ outcome: 'refunded' });
  const { outbox_events: events = [] } = await everything();
  expect(events.filter((event) => Object(event).kind === 'card_refund')).toHaveLength(1);
  expect(await findLedgerImbalance(job, office)).toBe(0n);
});

test('a card that has been replaced is not approved any more', async () => {
  await pastDue(approvalCard);
  await giveCard(good, noon);
  expect(await approve(noon)).toEqual({ ok: false, refusal: 'approval_gone' });
});

test('an app that is canceled meanwhile stays canceled, and what it owes is paid', async () => {
  await pastDue(approvalCard);
  const url = await askBank(noon);
  requireAccepted(await cancel(maja, subscriptionId, noon));
  await answerBankAt(url, 'approve');
  await runOpenApprovals(job, '2026-12-02', noon);
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'active_ending', payBy: null });
  await day('2027-01-01');
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'disabled', disabledReason: 'cancelled' });
});

test('the mail about it says that the bank waits, not that the card was declined', async () => {
  await pastDue(approvalCard);
  const { outbox_events: events = [] } = await everything();
  const told = events.map((event) => Object(event).payload).find(({ notice }) => notice === 'payment_failed');
  const to = { to: 'maja@example.com', name: 'Maja', locale: 'en-US' };
  const event = { id: newId(), attempts: 1, kind: 'notice_mail', payload: { ...told, ...to } } as const;
  const mail = await composeMail(job, event, noon);
  if ('unsent' in mail) throw new Error('nothing was told');
  expect(mail.text).toContain('The bank wants the payment with Visa ending in 3184 to be approved');
  expect(mail.text).not.toContain('declined');
});
