import { describe, expect, test } from 'vitest';
import { newId } from '@/db/ids';
import type { DeclineCode, PaymentPort } from '@/lib/server/payment/port';
import { sandbox } from '@/lib/server/payment/sandbox';
import { stripe } from '@/lib/server/payment/stripe/stripe';
import { requireAccepted } from '@/test/support/database';
import { enterCardAt } from '@/test/support/payment-page';
import { back, choose, giveStripeCard, newVisit } from '@/test/support/stripe';

const amount = { amountMinor: 19350n, currency: 'SEK' } as const;

type Provider = {
  readonly name: string;
  readonly port: PaymentPort;
  readonly giveCard: (url: string) => Promise<string | null>;
  readonly token: (behavior: 'ok' | 'declined' | 'insufficient' | 'expired') => Promise<string>;
};

const SANDBOX_TOKENS = {
  ok: 'tok_visa.1',
  declined: 'tok_declined.1',
  insufficient: 'tok_insufficient_funds.1',
  expired: 'tok_expired.1',
};

const PROVIDERS: readonly Provider[] = [
  {
    name: 'the sandbox',
    port: sandbox,
    giveCard: async (url) => (await enterCardAt(url)).location,
    token: async (behavior) => SANDBOX_TOKENS[behavior],
  },
  {
    name: 'Stripe',
    port: stripe,
    giveCard: (url) => choose(url, 'pm_mastercard'),
    token: (behavior) => giveStripeCard(`pm_${behavior}`),
  },
];

describe.each(PROVIDERS)('$name', ({ port, giveCard, token }) => {
  test('the same key is the same charge, given back once', async () => {
    const asked = { token: await token('ok'), amount, idempotencyKey: newId() };
    const first = await port.charge(asked);
    expect(first).toEqual({ outcome: 'succeeded', reference: expect.stringMatching(/./) });
    expect(await port.charge(asked)).toEqual(first);
    const other = await port.charge({ ...asked, idempotencyKey: newId() });
    expect(other).toMatchObject({ outcome: 'succeeded' });
    expect(other).not.toEqual(first);
    const { reference } = Object(first);
    await port.refund(reference, 'refund-1');
    await port.refund(reference, 'refund-1');
    await port.refund(reference, 'refund-2');
  });

  test.each<['declined' | 'insufficient' | 'expired', DeclineCode]>([
    ['declined', 'card_declined'],
    ['insufficient', 'insufficient_funds'],
    ['expired', 'card_expired'],
  ])('a card that is %s, however often', async (behavior, declineCode) => {
    const asked = { token: await token(behavior), amount, idempotencyKey: newId() };
    expect(await port.charge(asked)).toEqual({ outcome: 'declined', declineCode });
    expect(await port.charge(asked)).toEqual({ outcome: 'declined', declineCode });
  });

  test('a visit is open until a card is given, and the same by the same key', async () => {
    const asked = newVisit();
    const opened = requireAccepted(await port.openSetup(asked));
    expect(requireAccepted(await port.openSetup(asked))).toEqual(opened);
    expect(requireAccepted(await port.openSetup(newVisit()))).not.toEqual(opened);
    expect(requireAccepted(await port.findSetupResult(opened.id))).toEqual({ status: 'open' });
    expect(await giveCard(opened.url)).toBe(back);
    const found = requireAccepted(await port.findSetupResult(opened.id));
    expect(found).toEqual({
      status: 'complete',
      card: {
        token: expect.stringMatching(/./),
        brand: 'Mastercard',
        lastFour: '4444',
        expiryMonth: expect.stringMatching(/^20\d\d-04$/),
      },
    });
    expect(requireAccepted(await port.findSetupResult(opened.id))).toEqual(found);
    expect(requireAccepted(await port.findSetupResult('unknown'))).toEqual({ status: 'gone' });
  });
});
