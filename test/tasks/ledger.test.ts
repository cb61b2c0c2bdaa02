import { expect, test } from 'vitest';
import { claimCharge } from '@/db/charges';
import { findDebt } from '@/db/debts';
import { newId } from '@/db/ids';
import { listDocuments } from '@/db/invoices';
import { findLedgerImbalance } from '@/db/ledger';
import { listOpenInvoices } from '@/db/payments';
import { StaffScope } from '@/db/scope-mint';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { bookTransfer } from '@/lib/server/book-transfer';
import { runOpenCharges } from '@/lib/server/jobs/open-charges';
import { reportAssigned } from '@/lib/server/life/report-assigned';
import { quantityChange } from '@/lib/server/quantity-change';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import {
  at,
  cancel,
  everything,
  job,
  listActs,
  requireAccepted,
  review,
  startUsing,
  subscriptionNow,
} from '@/test/support/database';
import { day, days, giveCard, good, office, pastDue, period } from '@/test/support/past-due';
import { change, confirm, maja, now, subscriptionId, takeBack, tenLicenses, to } from '@/test/support/ten-licenses';

const biller = new StaffScope('maja-sandberg');

test('a transfer pays in part, then the rest brings the app back, and too much stays to the credit', async () => {
  await pastDue();
  const [open] = await listOpenInvoices(maja, office);
  const invoiceId = open?.id ?? '';
  const money = { invoiceId, receivedOn: '2026-12-05', reference: 'OCR 1', now: at('2026-12-06') };
  const key = newId();
  const part = { ...money, key, amountMinor: 100000n };
  expect(requireAccepted(await bookTransfer(biller, part)).leftMinor).toBe(0n);
  expect(requireAccepted(await bookTransfer(biller, part)).paid).toHaveLength(1);
  expect(await bookTransfer(biller, { ...part, amountMinor: 1n })).toEqual({ ok: false, refusal: 'key_reused' });
  expect((await findDebt(biller, invoiceId))?.dueMinor).toBe(61250n);
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'past_due' });

  const rest = await bookTransfer(biller, { ...money, key: newId(), amountMinor: 70000n });
  expect(requireAccepted(rest).leftMinor).toBe(8750n);
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ state: 'active' });
  expect((await listActs()).slice(-2).sort()).toEqual(['book_transfer', 'reinstate']);

  await giveCard(good, at('2026-12-20'));
  await day('2027-01-01');
  const { charges = [], payments = [] } = await everything();
  expect(charges.at(-1)).toMatchObject({ outcome: 'succeeded', amountMinor: period - 8750n });
  expect(payments.filter((row) => Object(row).kind === 'credit')).toMatchObject([{ amountMinor: 8750n }]);
  expect(await listOpenInvoices(maja, office)).toEqual([]);
});

test.each([
  ['of no invoice', { invoiceId: 'none' }, 'not_found'],
  ['of nothing', { amountMinor: 0n }, 'amount_not_positive'],
  ['of tomorrow', { receivedOn: '2026-12-07' }, 'day_in_future'],
] as const)('a transfer %s is refused', async (_, wrong, refusal) => {
  await pastDue();
  const [open] = await listOpenInvoices(maja, office);
  const money = { invoiceId: open?.id ?? '', amountMinor: 1n, receivedOn: '2026-12-05', reference: null };
  const booked = await bookTransfer(biller, { ...money, ...wrong, key: newId(), now: at('2026-12-06') });
  expect(booked).toEqual({ ok: false, refusal });
});

test('credit of an increase that was taken back is deducted from the next renewal', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  requireAccepted(await change(takeBack, at('2026-11-23')));
  await day('2026-12-01');
  const { charges = [] } = await everything();
  expect(charges.at(-1)).toMatchObject({ outcome: 'succeeded', amountMinor: period - 19350n + (19350n - 17200n) });
  expect(await listOpenInvoices(maja, office)).toEqual([]);
});

test('credit pays of an increase before the card does, and all of it where it reaches', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  requireAccepted(await change(takeBack));
  const noted = async () => (await everything()).charges?.length;
  expect(await noted()).toBe(2);
  requireAccepted(await change(to(12)));
  expect(await noted()).toBe(2);
  requireAccepted(await change(to(16)));
  const { charges = [], payments = [], receipts = [] } = await everything();
  expect(charges.at(-1)).toMatchObject({ outcome: 'succeeded', amountMinor: 19350n - 9675n });
  const credit = payments.filter((row) => Object(row).kind === 'credit');
  expect(credit).toMatchObject([{ amountMinor: 9675n }, { amountMinor: 9675n }]);
  const figures = receipts.slice(-2).map((receipt) => Object(receipt).facts.figures);
  for (const [index, amountMinor] of ['0', '9675'].entries()) {
    expect(figures[index]).toContainEqual(
      expect.objectContaining({
        name: 'paid',
        values: expect.objectContaining({ amount: { amountMinor, currency: 'SEK' } }),
      }),
    );
    expect(figures[index]).toContainEqual(expect.objectContaining({ name: 'paidFromCredit' }));
  }
  expect(await listOpenInvoices(maja, office)).toEqual([]);
  expect(await findLedgerImbalance(job, office)).toBe(0n);
});

test('an increase that was reviewed before credit of the profile was used is refused and takes no money', async () => {
  await tenLicenses();
  await startUsing({ id: 'another', by: 'maja-sandberg', billingProfileId: office, on: '2026-11-02' });
  requireAccepted(await change(to(14)));
  requireAccepted(await change(takeBack));
  const wish = to(14);
  const key = await review(maja, subscriptionId, wish, now);
  const elsewhere = { key: newId(), subjectId: 'another', wish, now };
  requireAccepted(await previewTask(maja, quantityChange, elsewhere));
  requireAccepted(await commitTask(maja, quantityChange, elsewhere));
  const before = await everything();
  expect(await confirm(maja, { key, wish, now })).toEqual({ ok: false, refusal: 'preview_differs' });
  expect(await everything()).toEqual(before);
});

test('an invoiced profile gets one invoice a month, of what waited before it, due in thirty days', async () => {
  await tenLicenses();
  await startUsing({ id: 'invoiced', by: 'johan-ekstrom', billingProfileId: 'nordlys-projects', on: '2026-11-10' });
  await days('2026-11-11', '2026-11-30');
  expect(await listDocuments(maja, ['nordlys-projects'])).toEqual([]);
  await day('2026-12-01');
  await day('2026-12-01');
  await days('2026-12-02', '2026-12-31');
  const invoices = await listDocuments(maja, ['nordlys-projects']);
  expect(invoices).toMatchObject([
    { kind: 'invoice', issuedOn: '2026-12-01', dueOn: '2026-12-31', totalMinor: period },
  ]);
  await day('2027-01-01');
  expect(await listDocuments(maja, ['nordlys-projects'])).toHaveLength(2);
});

test('a charge whose answer was lost is found again under its key, and goes back when it pays for nothing', async () => {
  await tenLicenses();
  const key = newId();
  const { paymentMethod } = await subscriptionNow(subscriptionId);
  const amount = { amountMinor: 5000n, currency: 'SEK' } as const;
  const subscription = { id: subscriptionId, organizationId: maja.organizationId };
  const asked = { idempotencyKey: key, subscription, paymentMethodId: paymentMethod?.id ?? '', amount };
  requireAccepted(await claimCharge(maja, { ...asked, askedAt: at('2026-11-22', '10:00') }));
  const outcomes = async () => (await everything()).charges?.map((charge) => Object(charge).outcome);
  await runOpenCharges(job, '2026-11-22', at('2026-11-22', '10:04'));
  expect(await outcomes()).toEqual(['succeeded', 'asked']);
  await runOpenCharges(job, '2026-11-22', at('2026-11-22', '10:06'));
  expect(await outcomes()).toEqual(['succeeded', 'succeeded']);
  await runOpenCharges(job, '2026-11-22', at('2026-11-22', '12:01'));
  expect(await outcomes()).toEqual(['succeeded', 'refunded']);
  expect(await findLedgerImbalance(job, office)).toBe(0n);
});

test('money for a renewal that was never saved waits for the next run, and goes back when that can no longer find it', async () => {
  await tenLicenses();
  const { version, paymentMethod } = await subscriptionNow(subscriptionId);
  const subscription = { id: subscriptionId, organizationId: maja.organizationId };
  const amount = { amountMinor: period, currency: 'SEK' } as const;
  const asked = { subscription, paymentMethodId: paymentMethod?.id ?? '', amount, askedAt: at('2026-12-01', '00:30') };
  const idempotencyKey = `${subscriptionId}:2026-12-01:v${version}`;
  requireAccepted(await claimCharge(job, { ...asked, idempotencyKey }));
  const outcomes = async () => (await everything()).charges?.map((charge) => Object(charge).outcome);
  await runOpenCharges(job, '2026-12-01', at('2026-12-01', '03:00'));
  expect(await outcomes()).toEqual(['succeeded', 'succeeded']);
  requireAccepted(await reportAssigned(job, { subscriptionId, assignedQuantity: 3, now: at('2026-12-01', '03:01') }));
  await day('2026-12-01');
  await runOpenCharges(job, '2026-12-01', at('2026-12-01', '10:10'));
  expect(await outcomes()).toEqual(['succeeded', 'refunded', 'succeeded']);
  expect(await listOpenInvoices(maja, office)).toEqual([]);
  expect(await findLedgerImbalance(job, office)).toBe(0n);
});

test('whatever happens, every amount that came in is found again', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  requireAccepted(await change(takeBack, at('2026-11-23')));
  await days('2026-11-24', '2027-02-02');
  await giveCard(decliningCard('2026-11-22'), at('2027-02-03'));
  await days('2027-02-04', '2027-03-05');
  const [open] = await listOpenInvoices(maja, office);
  const money = { invoiceId: open?.id ?? '', key: newId(), amountMinor: 200000n, reference: null };
  requireAccepted(await bookTransfer(biller, { ...money, receivedOn: '2027-03-06', now: at('2027-03-06') }));
  await giveCard(good, at('2027-03-07'));
  await days('2027-03-07', '2027-04-02');
  requireAccepted(await cancel(maja, subscriptionId, at('2027-04-03'), 'now'));
  expect(await findLedgerImbalance(job, office)).toBe(0n);
  expect(await listOpenInvoices(maja, office)).toEqual([]);
});
