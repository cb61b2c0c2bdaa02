import { expect, test } from 'vitest';
import { read } from '@/db/client';
import { newId } from '@/db/ids';
import { replacePaymentMethod } from '@/db/organizations';
import { savePreview } from '@/db/previews';
import { plannedChanges } from '@/db/schema';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { scopeOf } from '@/lib/demo/seed/people';
import type { QuantityWish } from '@/lib/domain/quantity-decision';
import { endPeriod } from '@/lib/server/life/end-period';
import { reportAssigned } from '@/lib/server/life/report-assigned';
import { at, everything, job, requireAccepted, review, subscriptionNow } from '@/test/support/database';
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

test('one planned change at a time: kept unless the reader says to replace it', async () => {
  await tenLicenses();
  const rival = await review(maja, subscriptionId, to(7), now);
  requireAccepted(await change(to(8)));
  const before = await everything();
  const commit = { key: rival, subscriptionId, wish: to(7), now };
  expect(await confirm(maja, commit)).toEqual({ ok: false, refusal: 'pending_change_exists' });
  expect(await everything()).toEqual(before);
  requireAccepted(await change(to(7, true)));
  const plans = await read((db) => db.select().from(plannedChanges).orderBy(plannedChanges.quantity));
  expect(plans).toMatchObject([
    { quantity: 7, removedAt: null },
    { quantity: 8, removedAt: now },
  ]);
});

test('a key is good for what was reviewed under it, and for its own person', async () => {
  await tenLicenses();
  const key = await review(maja, subscriptionId, to(14), now);
  const before = await everything();
  const commit = { key, subscriptionId, now };
  expect(await confirm(maja, { ...commit, wish: to(15) })).toEqual({ ok: false, refusal: 'key_reused' });
  const colleague = confirm(scopeOf('astrid-lindqvist'), { ...commit, wish: to(14) });
  expect(await colleague).toEqual({ ok: false, refusal: 'preview_gone' });
  expect(await everything()).toEqual(before);
  requireAccepted(await confirm(maja, { ...commit, wish: to(14) }));
  expect(await confirm(maja, { ...commit, wish: to(15) })).toEqual({ ok: false, refusal: 'key_reused' });
});

test('a review that is stale, expired or was never made is refused and changes nothing', async () => {
  await tenLicenses();
  const old = await review(maja, subscriptionId, to(14), now);
  const other = await review(maja, subscriptionId, to(13), now);
  requireAccepted(await confirm(maja, { key: other, wish: to(13), now }));
  const before = await everything();
  const refusalOf = (key: string, on: number) => confirm(maja, { key, wish: to(14), now: on });
  expect(await refusalOf(old, now)).toEqual({ ok: false, refusal: 'preview_differs' });
  expect(await refusalOf(old, now + 3_600_000)).toEqual({ ok: false, refusal: 'preview_gone' });
  expect(await refusalOf(newId(), now)).toEqual({ ok: false, refusal: 'preview_gone' });
  expect(await everything()).toEqual(before);
});

test('the price of another day is not the one that was reviewed', async () => {
  await tenLicenses();
  const key = await review(maja, subscriptionId, to(14), at('2026-11-22', '22:50'));
  const before = await everything();
  const commit = { key, wish: to(14), now: at('2026-11-22', '23:10') };
  expect(await confirm(maja, commit)).toEqual({ ok: false, refusal: 'preview_differs' });
  expect(await everything()).toEqual(before);
});

/** Under a review of its own that was never shown, so that only the rules stand in the way. */
async function confirmUnseen(wish: QuantityWish, scope = maja) {
  const task = 'change-license-quantity';
  const preview = {
    key: newId(),
    task,
    subjectId: subscriptionId,
    wish,
    shown: '',
    version: 2,
    expiresAt: now + 1,
  } as const;
  requireAccepted(await savePreview(scope, preview, now));
  const before = await everything();
  const outcome = await confirm(scope, { key: preview.key, wish, now });
  expect(await everything()).toEqual(before);
  return outcome;
}

test('another organization’s subscription does not exist, whatever key comes with it', async () => {
  await tenLicenses();
  const stranger = scopeOf('maria-vlachou');
  expect(await confirmUnseen(to(14), stranger)).toEqual({ ok: false, refusal: 'not_found' });
  const key = await review(maja, subscriptionId, to(14), now);
  const stolen = confirm(stranger, { key, wish: to(14), now });
  expect(await stolen).toEqual({ ok: false, refusal: 'preview_gone' });
  expect(await subscriptionNow(subscriptionId)).toMatchObject({ quantity: 10, version: 2 });
});

test.each([
  ['quantity_below_minimum', to(0)],
  ['quantity_below_assigned', to(6)],
  ['quantity_above_maximum', to(301)],
  ['quantity_unchanged', to(10)],
  ['nothing_to_take_back', takeBack],
  ['no_pending_change', removePlanned],
  ['preview_differs', to(14)],
] as const)('%s is judged again when the change is committed', async (refusal, wish) => {
  await tenLicenses();
  requireAccepted(await reportAssigned(job, { subscriptionId, assignedQuantity: 7, now }));
  expect(await confirmUnseen(wish)).toEqual({ ok: false, refusal });
});

test('while past due nothing is added, and on the day of renewal the renewal comes first', async () => {
  await tenLicenses();
  const key = await review(maja, subscriptionId, to(14), now);
  const onRenewalDay = { key, wish: to(14), now: at('2026-12-01', '08:00') };
  expect(await confirm(maja, onRenewalDay)).toEqual({ ok: false, refusal: 'preview_gone' });
  const late = await review(maja, subscriptionId, to(14), at('2026-11-30', '22:30'));
  const tooLate = { ...onRenewalDay, key: late, now: at('2026-11-30', '23:05') };
  expect(await confirm(maja, tooLate)).toEqual({ ok: false, refusal: 'renewal_due' });
  await replacePaymentMethod(job, 'nordlys-office', decliningCard('2026-11-22'), at('2026-11-30'));
  requireAccepted(await endPeriod(job, { subscriptionId, now: at('2026-11-30', '23:06') }));
  const pastDue = { ...tooLate, now: at('2026-11-30', '23:10') };
  expect(await confirm(maja, pastDue)).toEqual({ ok: false, refusal: 'subscription_past_due' });
});
