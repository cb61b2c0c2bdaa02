import { asc, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { read, write } from '@/db/client';
import { auditEntries, billingLines, billingProfiles, charges, documents } from '@/db/schema';
import type { Day } from '@/lib/domain/days';
import { runDueSubscriptions } from '@/lib/server/jobs/due-subscriptions';
import { at, everything, job, newDemoDatabase, startUsing, subscriptionNow } from '@/test/support/database';

const id = 'bought';
const YEARLY = 'tallyworks-pro-annual';
const run = (on: Day, now = at(on)) => runDueSubscriptions(job, on, now);

async function periodsOf(subscriptionId: string) {
  const lines = await read((db) =>
    db
      .select({ from: billingLines.servedFrom, until: billingLines.servedUntil, days: billingLines.periodDays })
      .from(billingLines)
      .where(eq(billingLines.subscriptionId, subscriptionId))
      .orderBy(asc(sql`rowid`)),
  );
  return lines;
}

describe('a site that was down makes up every period it missed, in order', () => {
  test.each([
    [
      'months keep the 31st where there is one',
      undefined,
      '2026-10-31',
      '2027-04-02',
      ['11-30', '12-31', '01-31', '02-28', '03-31'],
    ],
    ['a leap year has a 29th of February', undefined, '2027-12-31', '2028-04-01', ['01-31', '02-29', '03-31']],
    ['the 30th is clamped in February alone', undefined, '2027-01-30', '2027-04-01', ['02-28', '03-30']],
    ['the 29th is kept in a leap year', undefined, '2028-01-29', '2028-03-29', ['02-29', '03-29']],
    ['the turn of the year', undefined, '2026-12-01', '2027-02-01', ['01-01', '02-01']],
    [
      'a year from a leap day, clamped until the next',
      YEARLY,
      '2028-02-29',
      '2032-03-01',
      ['02-28', '02-28', '02-28', '02-29'],
    ],
    ['a year over New Year', YEARLY, '2026-12-31', '2028-12-31', ['12-31', '12-31']],
  ] as const)('%s', async (_, planId, start, now, days) => {
    await newDemoDatabase();
    await startUsing({ id, on: start, ...(planId ? { planId } : {}) });
    expect(await run(now)).toEqual({ done: days.length, refused: [] });
    const periods = await periodsOf(id);
    expect(periods.map(({ from }) => from.slice(5))).toEqual([start.slice(5), ...days]);
    const { periodStart, periodEnd, state } = await subscriptionNow(id);
    expect(periods.map(({ until }) => until)).toEqual([...periods.slice(1).map(({ from }) => from), periodEnd]);
    expect([periodStart, state]).toEqual([periods.at(-1)?.from, 'active']);

    const issued = await read((db) =>
      db.select().from(documents).orderBy(asc(documents.issuedAt), asc(documents.number)),
    );
    expect(issued.map(({ issuedOn }) => issuedOn)).toEqual([start, ...days.map(() => now)]);
    expect(await read((db) => db.$count(charges, eq(charges.outcome, 'succeeded')))).toBe(days.length + 1);
    const acts = await read((db) => db.select().from(auditEntries).where(eq(auditEntries.act, 'renew')));
    expect(acts.map(({ after }) => Object(after).periodStart)).toEqual(periods.slice(1).map(({ from }) => from));

    const before = await everything();
    expect(await run(now)).toEqual({ done: 0, refused: [] });
    expect(await everything()).toEqual(before);
  });
});

describe('a period is over at midnight where the billing profile is', () => {
  test.each([
    ['Europe/Stockholm', '2026-11-01', '2026-11-30T23:00:00Z'],
    ['Europe/Stockholm', '2026-02-28', '2026-03-27T23:00:00Z'],
    ['Europe/Stockholm', '2026-01-29', '2026-02-27T23:00:00Z'],
    ['Europe/Stockholm', '2026-03-01', '2026-03-31T22:00:00Z'],
    ['Europe/Stockholm', '2026-09-25', '2026-10-24T22:00:00Z'],
    ['Europe/Stockholm', '2026-09-26', '2026-10-25T23:00:00Z'],
    ['America/New_York', '2026-02-08', '2026-03-08T05:00:00Z'],
    ['America/New_York', '2026-02-09', '2026-03-09T04:00:00Z'],
    ['America/New_York', '2026-10-02', '2026-11-02T05:00:00Z'],
    ['Africa/Cairo', '2026-03-24', '2026-04-23T22:00:00Z'],
    ['Pacific/Kiritimati', '2026-11-01', '2026-12-01T10:00:00Z'],
    ['Pacific/Pago_Pago', '2026-11-01', '2026-11-30T11:00:00Z'],
  ] as const)('%s, bought in the morning of %s: %s', async (timeZone, start, instant) => {
    await newDemoDatabase();
    await write((tx) => tx.update(billingProfiles).set({ timeZone }));
    await startUsing({ id, on: start });
    const { periodEnd } = await subscriptionNow(id);
    const midnight = Date.parse(instant);
    const today = '2027-12-31';
    expect(await runDueSubscriptions(job, today, midnight - 1)).toEqual({ done: 0, refused: [] });
    expect(await runDueSubscriptions(job, today, midnight)).toEqual({ done: 1, refused: [] });
    expect(await subscriptionNow(id)).toMatchObject({ periodStart: periodEnd });
  });
});

test('a day of many is taken page by page, one that fails holds up no other, and none is done twice', async () => {
  await newDemoDatabase();
  const ids = Array.from({ length: 70 }, (_, index) => `bought-${index}`);
  for (const each of ids) await startUsing({ id: each, on: '2026-11-01' });
  await write((tx) =>
    tx.update(billingProfiles).set({ country: 'XX' }).where(eq(billingProfiles.id, 'nordlys-projects')),
  );
  await write((tx) =>
    tx.run(sql`update subscriptions set billing_profile_id = 'nordlys-projects' where id = 'bought-30'`),
  );
  await expect(run('2026-12-01')).rejects.toThrow('No VAT rate for XX');
  const states = await Promise.all(ids.map(subscriptionNow));
  expect(states.filter(({ periodStart }) => periodStart === '2026-12-01')).toHaveLength(69);
  expect(await read((db) => db.$count(documents))).toBe(139);
  const numbers = await read((db) => db.select({ number: documents.number }).from(documents));
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(139);
  await expect(run('2026-12-01')).rejects.toThrow('No VAT rate for XX');
  expect(await read((db) => db.$count(documents))).toBe(139);
});
