import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { read } from '@/db/client';
import { replacePaymentMethod } from '@/db/organizations';
import { auditEntries, charges, documents, receipts } from '@/db/schema';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { scopeOf } from '@/lib/demo/seed/people';
import { endPeriod } from '@/lib/server/life/end-period';
import { reportAssigned } from '@/lib/server/life/report-assigned';
import { at, cancel, everything, job, requireAccepted, review, subscriptionNow } from '@/test/support/database';
import {
  change,
  confirm,
  maja,
  now,
  removePlanned,
  subscriptionId,
  takeBack,
  tenLicenses,
  to,
} from '@/test/support/ten-licenses';

test('an increase on a card: 10 → 14 on 22 November costs 154.80 and 38.70 VAT, all in one transaction', async () => {
  await tenLicenses();
  const receiptId = requireAccepted(await change(to(14)));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: 14, version: 3, state: 'active' });
  const all = await everything();
  const documentId = (await read((db) => db.query.documents.findMany({ orderBy: documents.number })))[1]?.id;
  expect(all.charges?.[1]).toMatchObject({ outcome: 'succeeded', amountMinor: 19350n, currency: 'SEK' });
  expect(all.documents?.[1]).toMatchObject({
    kind: 'invoice',
    number: '2026-00002',
    issuedOn: '2026-11-22',
    netMinor: 15480n,
    vatMinor: 3870n,
    totalMinor: 19350n,
    chargeId: expect.any(String),
  });
  expect(all.billing_lines?.[1]).toMatchObject({
    kind: 'increase',
    documentId,
    fromQuantity: 10,
    toQuantity: 14,
    servedFrom: '2026-11-22',
    servedUntil: '2026-12-01',
    periodDays: 30,
    netMinor: 15480n,
    vatBasisPoints: 2500,
  });
  expect(all.increases).toMatchObject([{ fromQuantity: 10, toQuantity: 14, madeOn: '2026-11-22', takenBackAt: null }]);
  expect(all.receipts).toMatchObject([{ id: receiptId, act: 'increase', personId: 'maja-sandberg', documentId }]);
  expect(all.audit_entries?.at(-1)).toMatchObject({
    act: 'increase',
    personId: 'maja-sandberg',
    before: { quantity: 10 },
    after: { quantity: 14, chargeMinor: '19350' },
  });
  // The first is of the period's invoice, from the start. The profile's address gets the invoice and no receipt.
  expect(all.outbox_events?.slice(1)).toMatchObject([
    { kind: 'notice', payload: { notice: 'invoice_issued', billingProfileId: 'nordlys-office', documentId } },
    { kind: 'receipt_mail', payload: { receiptId, to: 'maja.sandberg@nordlysbygg.example', locale: 'sv-SE' } },
  ]);
});

test('a declined card changes nothing but the recorded attempt', async () => {
  await tenLicenses();
  await replacePaymentMethod(job, 'nordlys-office', decliningCard('2026-11-22'), at('2026-11-20'));
  const key = await review(maja, subscriptionId, to(14), now);
  const { charges: chargesBefore, ...before } = await everything();
  const commit = () => confirm(maja, { key, wish: to(14), now });
  expect(await commit()).toEqual({ ok: false, refusal: 'payment_declined' });
  expect(await commit()).toEqual({ ok: false, refusal: 'preview_gone' });
  const { charges, ...after } = await everything();
  expect(after).toEqual(before);
  expect(charges?.slice(chargesBefore?.length)).toMatchObject([{ outcome: 'declined', amountMinor: 19350n }]);
});

test('on an invoiced profile an increase applies now and its line waits, uncharged', async () => {
  await tenLicenses({ by: 'johan-ekstrom', billingProfileId: 'nordlys-projects' });
  requireAccepted(await change(to(14), now, scopeOf('johan-ekstrom')));
  const all = await everything();
  expect((await subscriptionNow(subscriptionId)).quantity).toBe(14);
  expect([all.charges, all.documents]).toEqual([[], []]);
  expect(all.billing_lines?.[1]).toMatchObject({ kind: 'increase', documentId: null, netMinor: 15480n });
});

test('a decrease waits for the renewal, which then costs less', async () => {
  await tenLicenses();
  requireAccepted(await change(to(8)));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: 10, planned: { quantity: 8 } });
  requireAccepted(await endPeriod(job, { subscriptionId, now: at('2026-12-01') }));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: 8, planned: null, periodEnd: '2027-01-01' });
  const all = await everything();
  expect(all.planned_changes).toMatchObject([{ quantity: 8, appliedAt: at('2026-12-01'), removedAt: null }]);
  expect(all.documents?.at(-1)).toMatchObject({ netMinor: 103200n, totalMinor: 129000n });
});

test('a planned decrease that meanwhile lies below the assigned licenses is not applied', async () => {
  await tenLicenses();
  requireAccepted(await change(to(8)));
  requireAccepted(await reportAssigned(job, { subscriptionId, assignedQuantity: 9, now }));
  requireAccepted(await endPeriod(job, { subscriptionId, now: at('2026-12-01') }));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: 10, planned: null });
  expect((await everything()).planned_changes).toMatchObject([{ appliedAt: null, removedAt: at('2026-12-01') }]);
});

test('a planned change is removed, also by cancelling at the end', async () => {
  await tenLicenses();
  requireAccepted(await change(to(8)));
  requireAccepted(await change(removePlanned));
  expect((await subscriptionNow(subscriptionId)).planned).toBeNull();
  const proofs = await read((db) => db.select({ act: receipts.act }).from(receipts).orderBy(receipts.act));
  expect(proofs.map(({ act }) => act)).toEqual(['decrease', 'remove_planned_change']);
  requireAccepted(await change(to(8)));
  requireAccepted(await cancel(maja, subscriptionId, now));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ planned: null, state: 'active_ending' });
});

test('an increase taken back is credited for the days left, never more than was charged', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  requireAccepted(await change(takeBack, at('2026-11-25')));
  expect((await subscriptionNow(subscriptionId)).quantity).toBe(10);
  const all = await everything();
  expect(all.documents?.at(-1)).toMatchObject({ kind: 'credit_note', number: '2026-00001', netMinor: 10320n });
  const [, charged, credited] = await read((db) => db.query.billingLines.findMany());
  expect(credited).toMatchObject({ kind: 'credit', creditsLineId: charged?.id, netMinor: 10320n });
  expect(all.increases).toMatchObject([{ takenBackAt: at('2026-11-25') }]);
});

test('twenty submits of one key at once have one effect and one receipt', async () => {
  await tenLicenses();
  const key = await review(maja, subscriptionId, to(14), now);
  const submit = () => confirm(maja, { key, wish: to(14), now });
  const outcomes = await Promise.all(Array.from({ length: 20 }, submit));
  const receiptIds = new Set(outcomes.map(requireAccepted));
  expect(receiptIds.size).toBe(1);
  expect(requireAccepted(await submit())).toBe([...receiptIds][0]);
  const all = await everything();
  expect(await read((db) => db.$count(auditEntries, eq(auditEntries.act, 'increase')))).toBe(1);
  expect([all.receipts?.length, all.documents?.length, all.charges?.length]).toEqual([1, 2, 2]);
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: 14, version: 3 });
});

test('two tabs on the same version: one effect, and the other’s money goes back', async () => {
  await tenLicenses();
  const keys = [await review(maja, subscriptionId, to(14), now), await review(maja, subscriptionId, to(12), now)];
  const [first = '', second = ''] = keys;
  const outcomes = await Promise.all([
    confirm(maja, { key: first, wish: to(14), now }),
    confirm(maja, { key: second, wish: to(12), now }),
  ]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([{ ok: false, refusal: 'preview_differs' }]);
  const all = await everything();
  const taken = await read((db) => db.select({ outcome: charges.outcome }).from(charges).orderBy(charges.askedAt));
  expect(taken.map(({ outcome }) => outcome).sort()).toEqual(['refunded', 'succeeded', 'succeeded']);
  expect([all.receipts?.length, all.documents?.length, all.increases?.length]).toEqual([1, 2, 1]);
  expect(all.outbox_events?.filter((event) => Object(event).kind === 'card_refund')).toHaveLength(1);
  expect((await subscriptionNow(subscriptionId)).version).toBe(3);
});
