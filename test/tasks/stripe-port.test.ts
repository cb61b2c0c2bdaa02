import { describe, expect, test } from 'vitest';
import { newId } from '@/db/ids';
import { paymentProvider } from '@/lib/server/payment/provider';
import { stripe } from '@/lib/server/payment/stripe/stripe';
import { requireAccepted } from '@/test/support/database';
import { back, choose, giveStripeCard, newVisit, stripeServer } from '@/test/support/stripe';
import type { StripeCardId } from '@/test/support/stripe-account';

const { account, calls } = stripeServer;
const amount = { amountMinor: 19350n, currency: 'SEK' } as const;

test('Stripe takes the money wherever its key is set', () => {
  expect(paymentProvider()).toBe(stripe);
});

test('its page speaks the reader’s language, for a customer named as the payer', async () => {
  const { id } = requireAccepted(await stripe.openSetup(newVisit()));
  const session = account.sessions.get(id);
  expect(session).toMatchObject({ locale: 'sv', success_url: back, cancel_url: `${back}-left` });
  expect(account.customers.get(session?.customer ?? '')?.name).toBe('Nordlys Bygg AB, Kontoret');
  Object.assign(session ?? {}, { status: 'expired' });
  expect(requireAccepted(await stripe.findSetupResult(id))).toEqual({ status: 'gone' });
});

describe('a charge', () => {
  const intentsOf = (token: string) =>
    [...account.intents.values()].filter(({ customer }) => customer === token.split(':')[0]);
  const asking = async (card: StripeCardId) => ({ token: await giveStripeCard(card), amount, idempotencyKey: newId() });

  test('whose answer was lost is asked again, and taken once', async () => {
    const asked = await asking('pm_ok');
    stripeServer.fail('unanswered', 1);
    expect(await stripe.charge(asked)).toMatchObject({ outcome: 'succeeded' });
    expect(intentsOf(asked.token)).toHaveLength(1);
  });

  test('of which nobody heard for a day is found, not taken again', async () => {
    const asked = await asking('pm_ok');
    stripeServer.fail('unanswered', 3);
    expect(await stripe.charge(asked)).toEqual({ outcome: 'unanswered' });
    stripeServer.forgetKeys();
    expect(await stripe.charge(asked)).toEqual({ outcome: 'succeeded', reference: intentsOf(asked.token)[0]?.id });
    expect(intentsOf(asked.token)).toHaveLength(1);
  });

  test('that Stripe could not take is unanswered, and taken when it can', async () => {
    const asked = await asking('pm_ok');
    stripeServer.fail('unavailable', 3);
    expect(await stripe.charge(asked)).toEqual({ outcome: 'unanswered' });
    expect(intentsOf(asked.token)).toHaveLength(0);
    expect(await stripe.charge(asked)).toMatchObject({ outcome: 'succeeded' });
  });

  test.each([
    ['another provider’s card', 'tok_visa.1', 19350n],
    ['a card that is gone there', 'cus_gone:pm_ok', 19350n],
    ['more than it takes', '', 100_000_000n],
    ['less than it takes', '', 1n],
  ])('%s is declined', async (_, token, amountMinor) => {
    const asked = { ...(await asking('pm_ok')), amount: { amountMinor, currency: 'SEK' } as const };
    expect(await stripe.charge({ ...asked, token: token || asked.token })).toEqual({
      outcome: 'declined',
      declineCode: 'card_declined',
    });
  });

  test('says what is paid to whoever looks there', async () => {
    const asked = await asking('pm_ok');
    await stripe.charge({ ...asked, amount: { amountMinor: 500n, currency: 'JPY' } });
    expect(intentsOf(asked.token)).toMatchObject([{ amount: 500, currency: 'jpy', status: 'succeeded' }]);
  });
});

describe('an approval', () => {
  const start = async (card: StripeCardId = 'pm_authentication') => {
    const asked = { token: await giveStripeCard(card), amount, idempotencyKey: newId() };
    const answer = await stripe.charge(asked);
    expect(answer).toEqual({ outcome: 'needs_action', reference: expect.stringMatching(/^pi_/) });
    return { asked, reference: String(Object(answer).reference) };
  };
  const open = async (reference: string, idempotencyKey = newId(), returnUrl = back) =>
    requireAccepted(await stripe.openApproval({ reference, idempotencyKey, locale: 'sv-SE', returnUrl })).url;
  const found = async (reference: string) => requireAccepted(await stripe.findApproval(reference));

  test.each([
    ['approve', 'succeeded', 'succeeded'],
    ['refuse', 'declined', 'declined'],
  ])('%s: %s', async (button, result, outcome) => {
    const { asked, reference } = await start();
    expect(await found(reference)).toBe('open');
    const key = newId();
    const url = await open(reference, key);
    expect(await open(reference, key)).toBe(url);
    expect(await found(reference)).toBe('open');
    expect(await choose(url, button)).toBe(back);
    expect(await found(reference)).toBe(result);
    expect(await stripe.charge(asked)).toMatchObject({ outcome });
    expect(await open(reference)).toBe(back);
  });

  test('is opened again from elsewhere, and leads back there', async () => {
    const { reference } = await start();
    await open(reference);
    expect(await choose(await open(reference, newId(), `${back}-2`), 'approve')).toBe(`${back}-2`);
  });

  test('that never came is called off with its charge', async () => {
    const { reference } = await start();
    await stripe.refund(reference, 'never');
    await stripe.refund(reference, 'never');
    expect(account.refunded.has(reference)).toBe(false);
    expect(await found(reference)).toBe('declined');
    expect(await open(reference)).toBe(back);
  });

  test('is not what a bank that takes its time waits for', async () => {
    const { reference } = await start('pm_slow');
    expect(await found(reference)).toBe('open');
    expect(await open(reference)).toBe(back);
  });

  test('of a charge that nobody knows is none', async () => {
    expect(await found('pi_unknown')).toBe('declined');
  });
});

test('a Stripe that does not answer is away, and nothing was changed', async () => {
  const { length } = calls;
  stripeServer.fail('unavailable', 3);
  expect(await stripe.openSetup(newVisit())).toEqual({ ok: false, refusal: 'provider_away' });
  expect(calls).toHaveLength(length);
});

describe('a visit that is not gone on with', () => {
  const methodsOf = (customer: string | undefined) => [...account.methods].filter(([, owner]) => owner === customer);
  const visit = async () => {
    const { id, url } = requireAccepted(await stripe.openSetup(newVisit()));
    return { id, url, session: account.sessions.get(id) };
  };

  test('takes no card any more', async () => {
    const { id, url, session } = await visit();
    stripeServer.fail('unanswered', 1);
    await stripe.closeSetup(id);
    await stripe.closeSetup(id);
    expect(session?.status).toBe('expired');
    expect(await choose(url, 'pm_ok')).toBeNull();
    expect(requireAccepted(await stripe.findSetupResult(id))).toEqual({ status: 'gone' });
  });

  test('leaves no card with its customer', async () => {
    const { id, url, session } = await visit();
    await choose(url, 'pm_ok');
    expect(methodsOf(session?.customer)).toHaveLength(1);
    stripeServer.fail('unavailable', 3);
    await expect(stripe.closeSetup(id)).rejects.toThrow();
    await stripe.closeSetup(id);
    await stripe.closeSetup(id);
    expect(methodsOf(session?.customer)).toEqual([]);
  });

  test('is left alone where Stripe does not know it', async () => {
    const { length } = calls.filter((call) => call.startsWith('POST'));
    await stripe.closeSetup('cs_unknown');
    expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(length);
  });
});

describe('a card that is no longer needed', () => {
  const methodOf = (token: string) => token.split(':')[1] ?? '';
  const detachments = () => calls.filter((call) => call.endsWith('/detach')).length;

  test('is detached once, however often that is asked for, and cannot be charged', async () => {
    const token = await giveStripeCard('pm_ok');
    const before = detachments();
    stripeServer.fail('unanswered', 1);
    await stripe.detach(token);
    await stripe.detach(token);
    stripeServer.forgetKeys();
    await stripe.detach(token);
    expect([account.methods.get(methodOf(token)), detachments() - before]).toEqual([null, 1]);
    expect(await stripe.charge({ token, amount, idempotencyKey: newId() })).toMatchObject({ outcome: 'declined' });
  });

  test('is left alone where Stripe does not know it, and asked for again where Stripe is away', async () => {
    const before = detachments();
    await stripe.detach('tok_visa.1');
    await stripe.detach('cus_gone:pm_gone');
    expect(detachments()).toBe(before);
    const token = await giveStripeCard('pm_ok');
    stripeServer.fail('unavailable', 3);
    await expect(stripe.detach(token)).rejects.toThrow();
    await stripe.detach(token);
    expect(account.methods.get(methodOf(token))).toBeNull();
  });
});
