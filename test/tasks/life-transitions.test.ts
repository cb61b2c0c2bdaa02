import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { write } from '@/db/client';
import { newId } from '@/db/ids';
import { subscriptions } from '@/db/schema';
import { scopeOf } from '@/lib/demo/seed/people';
import type { Outcome } from '@/lib/domain/outcome';
import type { QuantityWish } from '@/lib/domain/quantity-decision';
import {
  isPossible,
  nextState,
  SUBSCRIPTION_STATES,
  type SubscriptionEvent,
  type SubscriptionState,
} from '@/lib/domain/subscription-states';
import { keepSubscription } from '@/lib/server/keep-subscription';
import { activateSubscription } from '@/lib/server/life/activate';
import { passActivationDeadline } from '@/lib/server/life/activation-deadline';
import { endPeriod } from '@/lib/server/life/end-period';
import { openPublisherPortal } from '@/lib/server/open-publisher-portal';
import { profileMove } from '@/lib/server/profile-move';
import { quantityChange } from '@/lib/server/quantity-change';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import {
  at,
  buy,
  cancel,
  everything,
  job,
  newDemoDatabase,
  requireAccepted,
  startUsing,
  subscriptionNow,
} from '@/test/support/database';

const id = 'bought';
const maja = scopeOf('maja-sandberg');
const astrid = scopeOf('astrid-lindqvist');
const today = at('2026-11-22');
const afterwards = at('2027-01-02');

type Answer = Promise<Outcome<unknown, string>>;

async function move(): Answer {
  const asked = { key: newId(), subjectId: id, wish: { billingProfileId: 'nordlys-north' }, now: today };
  const reviewed = await previewTask(astrid, profileMove, asked);
  return reviewed.ok ? commitTask(astrid, profileMove, asked) : reviewed;
}

async function change(wish: QuantityWish): Answer {
  const asked = { key: newId(), subjectId: id, wish, now: today };
  const reviewed = await previewTask(maja, quantityChange, asked);
  return reviewed.ok ? commitTask(maja, quantityChange, asked) : reviewed;
}

/** Everything that brings an event about today, and the events that it may turn out to be. */
const COMMANDS: readonly { readonly events: readonly SubscriptionEvent[]; readonly run: () => Answer }[] = [
  {
    events: ['open_publisher_portal'],
    run: () => openPublisherPortal(astrid, { subscriptionId: id, wish: 'manage', now: today }),
  },
  {
    events: ['activate_charge_ok', 'activate_charge_failed'],
    run: () => activateSubscription(job, { subscriptionId: id, now: today }),
  },
  {
    events: ['activation_deadline_passes'],
    run: () => passActivationDeadline(job, { subscriptionId: id, now: afterwards }),
  },
  {
    events: ['period_ends_charge_ok', 'period_ends_charge_failed', 'period_ends', 'fixed_term_ends'],
    run: () => endPeriod(job, { subscriptionId: id, now: afterwards }),
  },
  {
    events: ['increase_charge_ok', 'increase_charge_declined'],
    run: () => change({ act: 'change', quantity: 12, replacePlanned: false }),
  },
  { events: ['schedule_decrease'], run: () => change({ act: 'change', quantity: 8, replacePlanned: false }) },
  { events: ['take_back_increase'], run: () => change({ act: 'take_back', replacePlanned: false }) },
  { events: ['change_billing_profile'], run: move },
  { events: ['cancel_at_end'], run: () => cancel(maja, id, today) },
  { events: ['cancel_now', 'cancel_before_activation'], run: () => cancel(maja, id, today, 'now') },
  { events: ['undo_cancel'], run: () => keepSubscription(maja, { key: newId(), subscriptionId: id, now: today }) },
];

/** What a row needs beside its state. */
const ROWS: Record<SubscriptionState, Partial<typeof subscriptions.$inferInsert>> = {
  pending_activation: {},
  active: {},
  active_ending: {},
  past_due: { payBy: '2026-12-01' },
  past_due_ending: { payBy: '2026-12-01' },
  disabled: { disabledReason: 'cancelled', dataKeptUntil: '2026-12-01' },
};

async function bringTo(state: SubscriptionState): Promise<void> {
  await newDemoDatabase();
  if (state === 'pending_activation') {
    requireAccepted(await buy({ id, on: '2026-11-01' }));
    return;
  }
  await startUsing({ id, on: '2026-11-01' });
  await write((tx) =>
    tx
      .update(subscriptions)
      .set({ state, ...ROWS[state] })
      .where(eq(subscriptions.id, id)),
  );
}

test.each(SUBSCRIPTION_STATES)(
  'in the state %s, what is not in the table is refused and changes no row',
  async (state) => {
    await bringTo(state);
    const impossible = COMMANDS.filter(({ events }) => !events.some((event) => isPossible(state, event)));
    expect(impossible.length).toBeGreaterThan(0);
    for (const { events, run } of impossible) {
      const before = await everything();
      expect(await run(), events.join()).toMatchObject({ ok: false });
      expect(await everything(), events.join()).toEqual(before);
    }
  },
);

const lives = fc.sample(
  fc.tuple(
    fc.constantFrom(...SUBSCRIPTION_STATES),
    fc.array(fc.constantFrom(...COMMANDS), { minLength: 6, maxLength: 10 }),
  ),
  { numRuns: 20, seed: 11 },
);

test.each(lives)('from %s, every step of a life is one of the table', async (start, commands) => {
  await bringTo(start);
  for (const { events, run } of commands) {
    const before = await everything();
    const { state } = await subscriptionNow(id);
    const done = await run();
    const after = await subscriptionNow(id);
    if (!done.ok) expect({ ...(await everything()), previews: [] }).toEqual({ ...before, previews: [] });
    const ends = events.map((event) => nextState(state, event)).flatMap((next) => (next.ok ? [next.value.state] : []));
    if (done.ok || after.state !== state) expect(ends, `${state} ${events.join()}`).toContain(after.state);
  }
});
