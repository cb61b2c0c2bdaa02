import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { read, write } from '@/db/client';
import { billingLines, charges, plans } from '@/db/schema';
import { scopeOf } from '@/lib/demo/seed/people';
import type { Day } from '@/lib/domain/days';
import { runDueSubscriptions } from '@/lib/server/jobs/due-subscriptions';
import { keepSubscription } from '@/lib/server/keep-subscription';
import { activateSubscription } from '@/lib/server/life/activate';
import { passActivationDeadline } from '@/lib/server/life/activation-deadline';
import { endPeriod } from '@/lib/server/life/end-period';
import {
  at,
  buy,
  cancel,
  everything,
  job,
  listActs,
  newDemoDatabase,
  requireAccepted,
  startUsing,
  subscriptionNow,
} from '@/test/support/database';

const id = 'bought';
const maja = scopeOf('maja-sandberg');
const run = (on: Day, now = at(on)) => runDueSubscriptions(job, on, now);
const countPeriods = () => read((db) => db.$count(billingLines, eq(billingLines.subscriptionId, id)));

test('thirty whole days to activate, to the last moment of the last one', async () => {
  await newDemoDatabase();
  requireAccepted(await buy({ id, on: '2026-09-26' }));
  requireAccepted(await buy({ id: 'in-time', on: '2026-09-26' }));
  const midnight = Date.parse('2026-10-26T23:00:00Z');
  expect((await subscriptionNow(id)).activateBy).toBe('2026-10-26');
  expect(await run('2026-10-27', midnight - 1)).toEqual({ done: 0, refused: [] });
  expect(await activateSubscription(job, { subscriptionId: 'in-time', now: midnight - 1 })).toMatchObject({ ok: true });
  expect(await run('2026-10-27', midnight)).toEqual({ done: 1, refused: [] });
  expect(await subscriptionNow(id)).toMatchObject({ state: 'disabled', disabledReason: 'activation_timeout' });
  const late = await activateSubscription(job, { subscriptionId: id, now: midnight });
  expect(late).toEqual({ ok: false, refusal: 'invalid_transition' });
});

test('a fixed term ends as expired, bills nothing more and plans no fewer licenses', async () => {
  await newDemoDatabase();
  await write((tx) => tx.update(plans).set({ renews: false }).where(eq(plans.id, 'tallyworks-pro-monthly')));
  await startUsing({ id, on: '2026-11-01' });
  await startUsing({ id: 'renewing', on: '2026-11-01', planId: 'tallyworks-pro-annual' });
  expect(await run('2026-12-01')).toEqual({ done: 1, refused: [] });
  expect(await subscriptionNow(id)).toMatchObject({
    state: 'disabled',
    disabledReason: 'expired',
    dataKeptUntil: '2026-12-08',
  });
  expect(await countPeriods()).toBe(1);
  expect((await subscriptionNow('renewing')).state).toBe('active');
  expect(await listActs()).toEqual(['purchase', 'activate', 'purchase', 'activate', 'end']);
});

describe('canceled at the end, against the renewal at midnight', () => {
  const midnight = Date.parse('2026-11-30T23:00:00Z');

  test('up to midnight the cancellation holds, and the period is the last', async () => {
    await newDemoDatabase();
    await startUsing({ id, on: '2026-11-01' });
    requireAccepted(await cancel(maja, id, midnight - 1));
    expect(await run('2026-12-01', midnight)).toEqual({ done: 1, refused: [] });
    expect(await subscriptionNow(id)).toMatchObject({ state: 'disabled', disabledReason: 'cancelled' });
    expect(await countPeriods()).toBe(1);
    const key = 'too-late';
    const kept = await keepSubscription(maja, { key, subscriptionId: id, now: midnight });
    expect(kept).toEqual({ ok: false, refusal: 'subscription_disabled' });
  });

  test('from midnight on neither that nor its undoing is possible, whether or not the job came first', async () => {
    await newDemoDatabase();
    await startUsing({ id, on: '2026-11-01' });
    await startUsing({ id: 'ending', on: '2026-11-01' });
    requireAccepted(await cancel(maja, 'ending', midnight - 1));
    const before = await everything();
    expect(await cancel(maja, id, midnight)).toEqual({ ok: false, refusal: 'period_over' });
    const kept = await keepSubscription(maja, { key: 'late', subscriptionId: 'ending', now: midnight });
    expect(kept).toEqual({ ok: false, refusal: 'period_over' });
    expect(await everything()).toEqual(before);
    expect(await run('2026-12-01', midnight)).toEqual({ done: 2, refused: [] });
    expect([(await subscriptionNow(id)).state, (await subscriptionNow('ending')).state]).toEqual([
      'active',
      'disabled',
    ]);
  });

  test('of the two at the same moment one wins, and the card pays for no period that is not served', async () => {
    await newDemoDatabase();
    await startUsing({ id, on: '2026-11-01' });
    await Promise.all([cancel(maja, id, midnight - 1), endPeriod(job, { subscriptionId: id, now: midnight })]);
    await run('2026-12-01', midnight);
    const { state, periodEnd } = await subscriptionNow(id);
    expect([state, periodEnd]).toEqual(
      (await countPeriods()) === 2 ? ['active_ending', '2027-01-01'] : ['disabled', '2026-12-01'],
    );
    const paid = await read((db) => db.$count(charges, eq(charges.outcome, 'succeeded')));
    expect(paid).toBe(await countPeriods());
  });
});

test('the deadline of one that was activated meanwhile passes it by', async () => {
  await newDemoDatabase();
  await startUsing({ id, on: '2026-11-01' });
  const before = await everything();
  const passed = await passActivationDeadline(job, { subscriptionId: id, now: at('2027-01-01') });
  expect(passed).toEqual({ ok: false, refusal: 'invalid_transition' });
  expect(await everything()).toEqual(before);
});
