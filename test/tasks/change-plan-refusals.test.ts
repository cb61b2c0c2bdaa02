import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { read } from '@/db/client';
import { replacePaymentMethod } from '@/db/organizations';
import { auditEntries } from '@/db/schema';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { scopeOf } from '@/lib/demo/seed/people';
import { at, everything, job, requireAccepted } from '@/test/support/database';
import { askForPlan, confirmPlan, PLUS, plan, reviewPlan, YEARLY } from '@/test/support/plan-changes';
import { change, now, tenLicenses, to } from '@/test/support/ten-licenses';

test('a declined card changes nothing but the recorded attempt', async () => {
  await tenLicenses();
  await replacePaymentMethod(job, 'nordlys-office', decliningCard('2026-11-22'), at('2026-11-20'));
  const key = await reviewPlan(PLUS);
  const { charges: before, ...rest } = await everything();
  expect(await confirmPlan(key, PLUS)).toEqual({ ok: false, refusal: 'payment_declined' });
  const { charges, ...after } = await everything();
  expect(after).toEqual(rest);
  expect(charges?.slice(before?.length)).toMatchObject([{ outcome: 'declined', amountMinor: 15000n }]);
});

test('twenty submits of one key at once have one effect and one receipt', async () => {
  await tenLicenses();
  const key = await reviewPlan(PLUS);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => confirmPlan(key, PLUS)));
  expect(new Set(outcomes.map(requireAccepted)).size).toBe(1);
  expect(await read((db) => db.$count(auditEntries, eq(auditEntries.act, 'change_plan')))).toBe(1);
  const all = await everything();
  expect([all.receipts?.length, all.documents?.length, all.charges?.length]).toEqual([1, 2, 2]);
});

test('somebody was faster, the day is another, or the key is: refused, and nothing changes', async () => {
  await tenLicenses();
  const [stale, tomorrow, other] = [await reviewPlan(PLUS), await reviewPlan(PLUS), await reviewPlan(YEARLY)];
  expect(await confirmPlan(other, PLUS)).toEqual({ ok: false, refusal: 'key_reused' });
  const late = at('2026-11-22', '22:50');
  const overnight = await reviewPlan(PLUS, late);
  expect(await confirmPlan(overnight, PLUS, late + 20 * 60_000)).toEqual({ ok: false, refusal: 'preview_differs' });
  expect(await confirmPlan(tomorrow, PLUS, now + 3_600_000)).toEqual({ ok: false, refusal: 'preview_gone' });
  requireAccepted(await change(to(11)));
  const before = await everything();
  expect(await confirmPlan(stale, PLUS)).toEqual({ ok: false, refusal: 'preview_differs' });
  expect(await everything()).toEqual(before);
});

test('what is not one’s own, not sold in the currency, or of another app is not there', async () => {
  await tenLicenses();
  expect(await askForPlan(PLUS, now, scopeOf('maria-vlachou'))).toEqual({ ok: false, refusal: 'not_found' });
  expect(await askForPlan(plan('ritkant-plus'))).toEqual({ ok: false, refusal: 'plan_not_sold' });
  expect(await askForPlan(plan('no-such-plan'))).toEqual({ ok: false, refusal: 'plan_not_sold' });
});
