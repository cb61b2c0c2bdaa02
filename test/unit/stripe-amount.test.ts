import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Currency } from '@/lib/domain/money';
import { toStripeAmount } from '@/lib/server/payment/stripe/amount';

it.each<[bigint, Currency, number | undefined]>([
  [19350n, 'SEK', 19350],
  [500n, 'JPY', 500],
  [500n, 'KRW', 500],
  [5n, 'ISK', 500],
  [1045n, 'HUF', 1045],
  [5120n, 'KWD', 5120],
  [5124n, 'KWD', undefined],
  [99_999_999n, 'EUR', 99_999_999],
  [100_000_000n, 'EUR', undefined],
  [999_999n, 'ISK', 99_999_900],
  [1_000_000n, 'ISK', undefined],
  [0n, 'SEK', undefined],
  [-1n, 'SEK', undefined],
])('%d %s: %s', (amountMinor, currency, expected) => {
  expect(toStripeAmount({ amountMinor, currency })).toBe(expected);
});

it('sends every amount of a billed currency as it is, or not at all', () => {
  const billed = fc.constantFrom<Currency>('SEK', 'EUR', 'NOK', 'GBP', 'USD', 'JPY', 'TWD');
  fc.assert(
    fc.property(billed, fc.bigInt({ min: -10n, max: 10n ** 20n }), (currency, amountMinor) => {
      const sent = toStripeAmount({ amountMinor, currency });
      return sent === undefined ? amountMinor <= 0n || amountMinor > 99_999_999n : BigInt(sent) === amountMinor;
    }),
  );
});
