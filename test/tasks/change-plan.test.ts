import { expect, test } from 'vitest';
import { read } from '@/db/client';
import { findQuantityFacts } from '@/db/quantity-facts';
import { scopeOf } from '@/lib/demo/seed/people';
import { endPeriod } from '@/lib/server/life/end-period';
import { reportAssigned } from '@/lib/server/life/report-assigned';
import { at, cancel, everything, job, listActs, requireAccepted, subscriptionNow } from '@/test/support/database';
import { askForPlan, changePlan, KEEP, PLUS, plan, YEARLY } from '@/test/support/plan-changes';
import { change, maja, now, subscriptionId, takeBack, tenLicenses, to } from '@/test/support/ten-licenses';

test('a dearer plan on a card: 10 × (169 − 129) kr for 9 of 30 days, all in one transaction', async () => {
  await tenLicenses();
  const receiptId = requireAccepted(await changePlan(PLUS));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({
    planId: 'tallyworks-pro-plus',
    unitAmountMinor: 16900n,
    quantity: 10,
    version: 3,
  });
  const all = await everything();
  expect(all.charges?.[1]).toMatchObject({ outcome: 'succeeded', amountMinor: 15000n });
  const issued = await read((db) => db.query.documents.findMany({ orderBy: (t) => t.number }));
  expect(issued[1]).toMatchObject({ netMinor: 12000n, vatMinor: 3000n, chargeId: expect.any(String) });
  expect(JSON.parse(issued[0]?.snapshot ?? '').lines).toMatchObject([{ kind: 'period', planName: 'Standard' }]);
  expect(JSON.parse(issued[1]?.snapshot ?? '').lines).toMatchObject([
    { kind: 'plan_change', planName: 'Plus', servedFrom: '2026-11-22', servedThrough: '2026-11-30', net: '120.00' },
  ]);
  expect(all.receipts).toMatchObject([{ id: receiptId, act: 'change_plan', documentId: issued[1]?.id }]);
  expect(all.audit_entries?.at(-1)).toMatchObject({
    act: 'change_plan',
    personId: 'maja-sandberg',
    before: { plan: 'Standard', quantity: 10 },
    after: { plan: 'Plus', quantity: 10, chargeMinor: '15000' },
  });
  expect(all.outbox_events?.slice(1)).toMatchObject([
    { kind: 'notice', payload: { notice: 'invoice_issued', documentId: issued[1]?.id } },
    { kind: 'receipt_mail', payload: { receiptId, to: 'maja.sandberg@nordlysbygg.example' } },
  ]);
});

test('a dearer plan that credit pays in full takes no money from the card', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  requireAccepted(await change(takeBack));
  requireAccepted(await changePlan(PLUS));
  const { charges, payments = [], receipts = [] } = await everything();
  expect(charges).toHaveLength(2);
  expect(payments.at(-1)).toMatchObject({ kind: 'credit', amountMinor: 15000n });
  expect(Object(receipts.at(-1)).facts.figures).toContainEqual(expect.objectContaining({ name: 'paidFromCredit' }));
});

test('on an invoiced profile a dearer plan waits to be billed, and older lines keep the plan they were for', async () => {
  const johan = scopeOf('johan-ekstrom');
  await tenLicenses({ by: 'johan-ekstrom', billingProfileId: 'nordlys-projects' });
  requireAccepted(await changePlan(PLUS, now, johan));
  const all = await everything();
  expect([all.charges, all.documents]).toEqual([[], []]);
  expect(all.billing_lines).toMatchObject([
    { kind: 'period', planId: 'tallyworks-pro-monthly', netMinor: 129000n },
    { kind: 'plan_change', planId: 'tallyworks-pro-plus', netMinor: 12000n, fromQuantity: 10, toQuantity: 10 },
  ]);
});

test('another term waits for the renewal, which then has the new plan, price, number and period', async () => {
  await tenLicenses();
  const wish = plan('tallyworks-pro-annual', 12);
  requireAccepted(await changePlan(wish));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({
    planId: 'tallyworks-pro-monthly',
    quantity: 10,
    planned: { quantity: 12, effectiveOn: '2026-12-01', plan: { name: 'Standard 12', unitAmountMinor: 129000n } },
  });
  requireAccepted(await endPeriod(job, { subscriptionId, now: at('2026-12-01') }));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({
    planId: 'tallyworks-pro-annual',
    unitAmountMinor: 129000n,
    quantity: 12,
    planned: null,
    periodStart: '2026-12-01',
    periodEnd: '2027-12-01',
  });
  const all = await everything();
  expect(all.documents?.at(-1)).toMatchObject({ netMinor: 1548000n });
  expect(all.audit_entries?.at(-1)).toMatchObject({
    act: 'renew',
    before: { plan: 'Standard', quantity: 10 },
    after: { plan: 'Standard 12', quantity: 12 },
  });
  expect(await listActs()).toEqual(['purchase', 'activate', 'change_plan_at_renewal', 'renew']);
});

test('from flat to a number of licenses and back', async () => {
  const flat = { planId: 'tallyworks-archive-monthly', quantity: null };
  await tenLicenses(flat);
  expect(await askForPlan(plan('tallyworks-archive-licenses', null))).toEqual({
    ok: false,
    refusal: 'quantity_missing',
  });
  requireAccepted(await changePlan(plan('tallyworks-archive-licenses', 5)));
  requireAccepted(await endPeriod(job, { subscriptionId, now: at('2026-12-01') }));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: 5, planId: 'tallyworks-archive-licenses' });
  requireAccepted(await changePlan(plan(flat.planId, 5), at('2026-12-17')));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: null, planId: flat.planId });
  // 15 of 31 days: 890 kr for everybody less 5 × 49 kr.
  expect((await everything()).documents?.at(-1)).toMatchObject({ netMinor: 43065n - 11855n });
});

test('a planned plan is kept away again, and falls away with a cancellation', async () => {
  await tenLicenses();
  requireAccepted(await changePlan(YEARLY));
  requireAccepted(await changePlan(KEEP));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ planned: null, planId: 'tallyworks-pro-monthly' });
  requireAccepted(await changePlan(YEARLY));
  requireAccepted(await cancel(maja, subscriptionId, now));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ planned: null, state: 'active_ending' });
  requireAccepted(await changePlan(PLUS));
  expect((await subscriptionNow(subscriptionId)).planId).toBe('tallyworks-pro-plus');
});

test('one planned change at a time, of the number or of the plan: never silently another', async () => {
  await tenLicenses();
  requireAccepted(await change(to(8)));
  expect(await askForPlan(YEARLY)).toEqual({ ok: false, refusal: 'pending_change_exists' });
  requireAccepted(await changePlan({ ...YEARLY, replacePlanned: true }));
  expect((await subscriptionNow(subscriptionId)).planned).toMatchObject({
    plan: { name: 'Standard 12' },
    quantity: 10,
  });
  await expect(change(to(7))).rejects.toThrow('pending_change_exists');
  requireAccepted(await change(to(7, true)));
  expect((await subscriptionNow(subscriptionId)).planned).toMatchObject({ plan: undefined, quantity: 7 });
});

test('a planned plan that no longer fits is not applied', async () => {
  await tenLicenses();
  requireAccepted(await changePlan(plan('tallyworks-pro-annual', 4)));
  requireAccepted(await reportAssigned(job, { subscriptionId, assignedQuantity: 6, now }));
  requireAccepted(await endPeriod(job, { subscriptionId, now: at('2026-12-01') }));
  expect(await subscriptionNow(subscriptionId)).toMatchObject({
    planId: 'tallyworks-pro-monthly',
    quantity: 10,
    planned: null,
    periodEnd: '2027-01-01',
  });
});

test('an increase is not taken back once the plan is another', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  expect((await findQuantityFacts(maja, subscriptionId))?.facts.newestIncrease).toBeDefined();
  requireAccepted(await changePlan(plan('tallyworks-pro-plus', 14)));
  await expect(change(takeBack)).rejects.toThrow('nothing_to_take_back');
});
