import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { read } from '@/db/client';
import { replacePaymentMethod } from '@/db/organizations';
import { charges, documents } from '@/db/schema';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { endPeriod } from '@/lib/server/life/end-period';
import { reportAssigned } from '@/lib/server/life/report-assigned';
import { at, everything, job, listActs, newDemoDatabase, startUsing, subscriptionNow } from '@/test/support/database';

const id = 'bought';

test('renewals keep the day they began on and clamp it, one invoice a period', async () => {
  await newDemoDatabase();
  await startUsing({ id, on: '2026-01-31' });
  for (const [today, periodEnd] of [
    ['2026-02-28', '2026-03-31'],
    ['2026-03-31', '2026-04-30'],
    ['2026-04-30', '2026-05-31'],
  ] as const) {
    const request = { subscriptionId: id, now: at(today) };
    const [first, second] = await Promise.all([endPeriod(job, request), endPeriod(job, request)]);
    expect([first, second]).toEqual([
      { ok: true, value: 'active' },
      { ok: true, value: 'active' },
    ]);
    expect(await subscriptionNow(id)).toMatchObject({ periodStart: today, periodEnd });
    expect(await endPeriod(job, request)).toEqual({ ok: false, refusal: 'not_due' });
  }
  expect(await read((db) => db.$count(documents))).toBe(4);
  expect(await read((db) => db.$count(charges))).toBe(4);
  expect(await listActs()).toEqual(['purchase', 'activate', 'renew', 'renew', 'renew']);
});

test('a renewal that the card does not pay leaves thirty days; the next period end is frozen', async () => {
  await newDemoDatabase();
  await startUsing({ id, on: '2026-11-01' });
  await replacePaymentMethod(job, 'nordlys-office', decliningCard('2026-11-22'), at('2026-11-20'));
  const request = { subscriptionId: id, now: at('2026-12-01') };
  expect(await endPeriod(job, request)).toEqual({ ok: true, value: 'past_due' });
  expect(await subscriptionNow(id)).toMatchObject({ payBy: '2026-12-31', periodEnd: '2027-01-01' });
  const before = await everything();
  expect(await endPeriod(job, { subscriptionId: id, now: at('2027-01-01') })).toEqual({ ok: true, value: 'past_due' });
  expect(await everything()).toEqual(before);
});

test('money for a renewal that turns out stale goes back, and the next run takes it once', async () => {
  await newDemoDatabase();
  await startUsing({ id, on: '2026-11-01' });
  const now = at('2026-12-01');
  const [renewal, report] = await Promise.all([
    endPeriod(job, { subscriptionId: id, now }),
    reportAssigned(job, { subscriptionId: id, assignedQuantity: 4, now }),
  ]);
  expect([renewal, report]).toEqual([
    { ok: false, refusal: 'stale' },
    { ok: true, value: 4 },
  ]);
  expect((await subscriptionNow(id)).periodEnd).toBe('2026-12-01');
  expect(await endPeriod(job, { subscriptionId: id, now })).toEqual({ ok: true, value: 'active' });
  const outcomes = await read((db) => db.select({ outcome: charges.outcome }).from(charges).orderBy(sql`rowid`));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['succeeded', 'refunded', 'succeeded']);
  expect(await read((db) => db.$count(documents))).toBe(2);
});
