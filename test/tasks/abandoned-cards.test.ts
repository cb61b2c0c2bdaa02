import { expect, test } from 'vitest';
import { forgetCardSetups } from '@/db/card-setups';
import { newId } from '@/db/ids';
import { underClock } from '@/lib/server/clock';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { keepCardOfSetup, openCardSetup } from '@/lib/server/payment/card-setup';
import { methodChange } from '@/lib/server/payment-method-change';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import { everything, job, newDemoDatabase, requireAccepted } from '@/test/support/database';
import { choose, newVisit, stripeServer } from '@/test/support/stripe';
import { maja, now } from '@/test/support/ten-licenses';

const MINUTES = 60_000;
const profileId = 'nordlys-office';
const { account } = stripeServer;

/** A visit of Maja's to Stripe's page, with a card given there or not. Answers its key and its session. */
async function visit(isGiven: boolean) {
  const key = newId();
  const { idempotencyKey: _, ...told } = newVisit();
  const url = requireAccepted(await openCardSetup(maja, { ...told, key, profileId, role: 'primary', now }));
  if (isGiven) await choose(url, 'pm_ok');
  const session = account.sessions.get(url.split('/').at(-1) ?? '');
  if (!session) throw new Error('No visit was opened');
  return { key, session };
}

async function use(setup: string) {
  const asked = { key: newId(), subjectId: profileId, wish: { act: 'use_card', setup } as const, now };
  requireAccepted(await previewTask(maja, methodChange, asked));
  requireAccepted(await commitTask(maja, methodChange, asked));
}

/** As the site does every ten minutes. */
async function clean(at: number) {
  requireAccepted(await forgetCardSetups(job, at));
  await underClock(() => at, drainOutbox);
}

test('a card that was given and never confirmed is taken off its customer, one that is used is not', async () => {
  await newDemoDatabase();
  const left = await visit(false);
  const given = await visit(true);
  const kept = await visit(true);
  const used = await visit(true);
  for (const { key } of [kept, used]) requireAccepted(await keepCardOfSetup(maja, { key, profileId, now }));
  await use(used.key);
  const cardsNow = () => [given, kept, used].map(({ session }) => account.methods.get(session.paymentMethod ?? ''));
  const customers = [given, kept, used].map(({ session }) => session.customer);

  await clean(now + 29 * MINUTES);
  expect(cardsNow()).toEqual(customers);
  expect(left.session.status).toBe('open');

  await clean(now + 31 * MINUTES);
  expect(cardsNow()).toEqual([null, null, used.session.customer]);
  expect(left.session.status).toBe('expired');
  const { card_setups: setups, outbox_events: events = [] } = await everything();
  expect(setups).toEqual([]);
  const closings = events.map(Object).filter(({ kind }) => kind === 'setup_close');
  expect(closings.map(({ deliveredAt, payload }) => [deliveredAt, payload])).toEqual(
    Array(3).fill([now + 31 * MINUTES, {}]),
  );
});
