import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { read, write } from '@/db/client';
import { auditEntries, billingLines, demoClock, documents, outboxEvents } from '@/db/schema';
import { addDays, dayIn } from '@/lib/domain/days';
import { clockAheadMs, nowAt, realNowAt } from '@/lib/server/clock';
import { DEMO_TIME_ZONE, demoToday } from '@/lib/server/demo-day';
import { moveDemoClock } from '@/lib/server/jobs/demo-clock';
import { requestMagicLink } from '@/lib/server/sign-in/magic-link';
import { newSecretToken } from '@/lib/server/sign-in/secret-token';
import { findSessionOfToken, recordTokenSession } from '@/lib/server/sign-in/session-token';
import {
  buy,
  everything,
  newDemoDatabase,
  requireAccepted,
  startUsing,
  subscriptionNow,
} from '@/test/support/database';
import { runCommand } from '@/test/support/run-command';
import { sellerEnv } from '@/test/support/seller-env';
import { findFreePort } from '@/test/support/site';
import { newDatabase, temporaryFolder } from '@/test/support/stress-folder';

const id = 'bought';

test('time moves day by day, once per wish, and sessions go on by the real clock', async () => {
  await newDemoDatabase();
  const today = demoToday();
  await startUsing({ id, on: today });
  requireAccepted(await buy({ id: 'never-activated', on: today }));
  const token = requireAccepted(await write((tx) => recordTokenSession(tx, 'maja-sandberg', realNowAt(), undefined)));
  const asked = { email: 'maja@nowhere.example', locale: 'sv-SE', destinationId: newSecretToken() } as const;
  requireAccepted(await requestMagicLink(asked));

  const [first, again] = await Promise.all([moveDemoClock(62, 0), moveDemoClock(62, 0)]);
  expect([first, again]).toEqual([
    { ok: true, value: addDays(today, 62) },
    { ok: false, refusal: 'stale' },
  ]);
  expect(await read((db) => db.select().from(demoClock))).toEqual([{ id: 1, aheadMs: clockAheadMs() }]);
  expect(dayIn(DEMO_TIME_ZONE, nowAt())).toBe(addDays(today, 62));
  expect(dayIn(DEMO_TIME_ZONE, realNowAt())).toBe(today);
  expect(await findSessionOfToken(token, realNowAt())).toMatchObject({ person: { id: 'maja-sandberg' } });

  const renewed = await read((db) => db.select().from(auditEntries).where(eq(auditEntries.act, 'renew')));
  const periods = await read((db) => db.select({ day: billingLines.servedFrom }).from(billingLines));
  const issued = await read((db) => db.select({ day: documents.issuedOn }).from(documents));
  expect(renewed.length).toBeGreaterThanOrEqual(2);
  expect(renewed.map((entry) => dayIn(DEMO_TIME_ZONE, entry.at))).toEqual(periods.slice(1).map(({ day }) => day));
  expect(issued).toEqual(periods);
  const given = await subscriptionNow('never-activated');
  expect(given).toMatchObject({ state: 'disabled', disabledReason: 'activation_timeout' });
  expect(dayIn(DEMO_TIME_ZONE, given.changedAt)).toBe(addDays(given.activateBy ?? '', 1));
  const told = await read((db) => db.select().from(outboxEvents));
  expect(told.filter(({ deliveredAt }) => deliveredAt === null)).toEqual([]);
  expect(told.filter(({ kind }) => kind === 'notice').length).toBeGreaterThan(1);
});

/** Runs the command as somebody does beside a demo that does not run. */
async function clock(url: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const port = { PORT: String(await findFreePort()) };
  return runCommand('clock.ts', args, { url, folder: await temporaryFolder(), more: { ...port, ...more } });
}

test('the command moves a demo that does not run, and each process after it knows', async () => {
  const url = await newDemoDatabase();
  const today = dayIn(DEMO_TIME_ZONE, realNowAt());
  const moved = await clock(url, ['+2d']);
  expect(moved).toEqual({ code: 0, error: '', out: `Today in the demo: ${addDays(today, 2)}\n` });
  const before = await everything();
  const [asked, back, odd] = await Promise.all([[], ['-1d'], ['tomorrow']].map((words) => clock(url, words)));
  expect(asked).toEqual(moved);
  expect(back).toMatchObject({ code: 1, out: '', error: expect.stringContaining('only moves forward') });
  expect(odd).toMatchObject({ code: 1, out: '', error: expect.stringContaining('no number of days and no date') });
  expect(await everything()).toEqual(before);
});

test('the command refuses where there is no demo: a live site, or an empty database', async () => {
  const url = await newDatabase();
  const live = {
    STEGVIS_MODE: 'live',
    SITE_URL: 'https://help.example',
    AUTH_SECRET: 'only-for-tests-abcdefghijklmnopqrstuvwxyz',
    SMTP_URL: 'smtp://localhost:1',
    MAIL_FROM: 'help@help.example',
    ...sellerEnv,
  };
  const before = await everything();
  const [refused, empty] = await Promise.all([clock(url, ['+1d'], live), clock(url, ['+1d'])]);
  expect(refused).toMatchObject({ code: 1, error: expect.stringContaining('a live site') });
  expect(empty).toMatchObject({ code: 1, error: expect.stringContaining('no demo here yet') });
  expect(await everything()).toEqual(before);
});
