import { expect, test } from 'vitest';
import { replacePaymentMethod } from '@/db/organizations';
import { JobScope } from '@/db/scope-mint';
import { underClock } from '@/lib/server/clock';
import { runOpenCharges } from '@/lib/server/jobs/open-charges';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { at, everything, newDemoDatabase, requireAccepted, review, startUsing } from '@/test/support/database';
import { giveStripeCard, stripeServer } from '@/test/support/stripe';
import { confirm, maja, now, subscriptionId, to } from '@/test/support/ten-licenses';

const job = new JobScope('test');
const MINUTES = 60_000;

/** Ten licenses that are paid with a card given at Stripe's page. */
async function start() {
  await newDemoDatabase();
  // Another database asks under the same keys.
  stripeServer.forgetKeys();
  const card = { kind: 'card', brand: 'Visa', lastFour: '4242', expiryMonth: '2035-04' } as const;
  const given = { ...card, token: await giveStripeCard('pm_ok') };
  await replacePaymentMethod(job, 'nordlys-office', given, at('2026-10-30'));
  await startUsing({ id: subscriptionId, on: '2026-11-01' });
  return { wish: to(14), now, key: await review(maja, subscriptionId, to(14), now) };
}

const intents = () => [...stripeServer.account.intents.values()].filter(({ amount }) => amount === 19350);

test('while Stripe is away a change is not made, and nothing is said to be declined; then it is paid once', async () => {
  const asked = await start();
  const { charges: before, ...rest } = await everything();
  stripeServer.fail('unanswered', 3);
  expect(await confirm(maja, asked)).toEqual({ ok: false, refusal: 'still_running' });
  const { charges, ...after } = await everything();
  expect(after).toEqual(rest);
  expect(charges?.slice(before?.length)).toMatchObject([{ outcome: 'asked', amountMinor: 19350n }]);
  requireAccepted(await confirm(maja, asked));
  expect((await everything()).charges?.at(-1)).toMatchObject({
    outcome: 'succeeded',
    providerReference: intents()[0]?.id,
  });
  expect(intents()).toHaveLength(1);
});

test('a charge that stays without an answer is asked again later, as long as it takes', async () => {
  const asked = await start();
  const { length } = intents();
  stripeServer.fail('unavailable', 6);
  expect(await confirm(maja, asked)).toEqual({ ok: false, refusal: 'still_running' });
  const outcomeNow = async () => Object((await everything()).charges?.at(-1)).outcome;
  await runOpenCharges(job, '2026-11-22', now + 6 * MINUTES);
  expect(await outcomeNow()).toBe('asked');
  await runOpenCharges(job, '2026-11-22', now + 16 * MINUTES);
  expect(await outcomeNow()).toBe('succeeded');
  expect(intents()).toHaveLength(length + 1);
});

test('a replaced card is detached once no charge of it is under way, and the one in use is not', async () => {
  const asked = await start();
  const { methods } = stripeServer.account;
  const [old = ''] = [...methods.keys()].slice(-1);
  stripeServer.fail('unavailable', 3);
  expect(await confirm(maja, asked)).toEqual({ ok: false, refusal: 'still_running' });
  const card = { kind: 'card', brand: 'Visa', lastFour: '4242', expiryMonth: '2035-04' } as const;
  const given = { ...card, token: await giveStripeCard('pm_ok') };
  await replacePaymentMethod(job, 'nordlys-office', given, now);
  const drain = (at: number) => underClock(() => at, drainOutbox);
  await drain(now);
  expect(methods.get(old)).not.toBeNull();
  await runOpenCharges(job, '2026-11-22', now + 16 * MINUTES);
  await drain(now + 16 * MINUTES);
  expect(methods.get(old)).toBeNull();
  expect(methods.get(given.token.split(':')[1] ?? '')).not.toBeNull();
  const events = (await everything()).outbox_events?.filter((event) => Object(event).kind === 'card_detach');
  expect(events).toMatchObject([{ payload: {} }, { payload: {} }]);
});
