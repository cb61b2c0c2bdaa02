import { expect, test, vi } from 'vitest';
import { newId } from '@/db/ids';
import { replacePaymentMethod } from '@/db/organizations';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { activateSubscription } from '@/lib/server/life/activate';
import { endPeriod } from '@/lib/server/life/end-period';
import {
  at,
  buy,
  cancel,
  everything,
  job,
  newDemoDatabase,
  requireAccepted,
  subscriptionNow,
} from '@/test/support/database';
import { signIn } from '@/test/support/submit';
import { maja } from '@/test/support/ten-licenses';
import { sellModelApp } from './customer';
import { formFor } from './forms';
import type { State } from './reference/account';
import type { Act } from './steps';

// There is no request here for Next to run work after.
vi.mock('next/server', async (original) => ({ ...(await original<typeof import('next/server')>()), after: vi.fn() }));

const subscription = 'bought';
const now = at('2026-12-05');
const profileId = (profile: string) => `nordlys-${profile}`;

/** Every act with the states in which the rules know it. */
const ACTS: readonly (readonly [Act, readonly State[]])[] = [
  [{ do: 'set', quantity: 11, replace: true }, ['A', 'AE']],
  [{ do: 'set', quantity: 9, replace: true }, ['A']],
  [{ do: 'remove planned' }, ['A', 'PD']],
  [{ do: 'take back', replace: true }, ['A']],
  [{ do: 'cancel', time: 'at_end' }, ['A', 'PD']],
  [{ do: 'cancel', time: 'now' }, ['PA', 'A', 'AE', 'PD', 'PDE']],
  [{ do: 'keep' }, ['AE', 'PDE']],
  [{ do: 'move', to: 'north' }, ['A', 'AE']],
  [{ do: 'buy again', plan: 'usual', profile: 'office', quantity: 10 }, ['X']],
];

/** Bought on 1 November; the card fails from December on where it is to be past due. */
async function reach(state: State): Promise<void> {
  await newDemoDatabase();
  await sellModelApp();
  requireAccepted(await buy({ id: subscription, on: '2026-11-01', planId: 'usual' }));
  if (state === 'PA') return;
  requireAccepted(await activateSubscription(job, { subscriptionId: subscription, now: at('2026-11-01') }));
  const isPastDue = state === 'PD' || state === 'PDE';
  if (isPastDue) await replacePaymentMethod(job, 'nordlys-office', decliningCard('2026-11-22'), at('2026-11-20'));
  requireAccepted(await endPeriod(job, { subscriptionId: subscription, now: at('2026-12-01') }));
  if (state === 'AE' || state === 'PDE') requireAccepted(await cancel(maja, subscription, at('2026-12-02')));
  if (state === 'X') requireAccepted(await cancel(maja, subscription, at('2026-12-02'), 'now'));
}

test.each([
  ['PA', 'pending_activation'],
  ['A', 'active'],
  ['AE', 'active_ending'],
  ['PD', 'past_due'],
  ['PDE', 'past_due_ending'],
  ['X', 'disabled'],
] as const)('%s: what the rules do not know in this state changes no row of the database', async (state, name) => {
  await reach(state);
  expect(await subscriptionNow(subscription)).toMatchObject({ state: name });
  const sender = { session: { ...(await signIn('maja-sandberg', now)), authenticatedAt: now }, now };
  const before = await everything();
  for (const [act, known] of ACTS) {
    if (known.includes(state)) continue;
    const form = formFor(act, { subscription, key: newId(), profileId });
    if (form.hasReview) expect(await form.review(sender), JSON.stringify(act)).toBe(false);
    expect((await form.confirm(sender)).receipt, JSON.stringify(act)).toBeUndefined();
  }
  if (state !== 'PA') {
    expect((await activateSubscription(job, { subscriptionId: subscription, now })).ok).toBe(false);
  }
  expect(await everything()).toEqual(before);
});
