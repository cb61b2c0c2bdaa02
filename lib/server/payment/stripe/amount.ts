import { type Currency, exponentOf, type Money } from '@/lib/domain/money';

/** Stripe takes eight digits at most. */
const MOST = 99_999_999n;

/** Currencies that have no decimals and are sent with two: https://docs.stripe.com/currencies#special-cases */
const SENT_WITH_DECIMALS: readonly Currency[] = ['ISK'];

/** An amount in the units that Stripe counts in; undefined for one that it takes from no card. */
export function toStripeAmount({ amountMinor, currency }: Money): number | undefined {
  const amount = SENT_WITH_DECIMALS.includes(currency) ? amountMinor * 100n : amountMinor;
  // Of three decimals the last must be 0; rounding would take another amount than the invoice says.
  const isTaken = amount > 0n && amount <= MOST && (exponentOf(currency) < 3 || amount % 10n === 0n);
  return isTaken ? Number(amount) : undefined;
}
