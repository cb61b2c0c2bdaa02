import type { Figure, FigureValues } from '@/lib/domain/figures';
import type { Renewal } from '@/lib/domain/quantity-quote';
import type { ProfileChoice } from './profile-choices';
import { appFigure } from './subscription-figures';
import type { Subscription } from './subscriptions';

/** A move to another billing profile, in full. */
export type DecidedMove = {
  readonly from: ProfileChoice;
  readonly to: ProfileChoice;
  /** Net of what waits for the next invoice of the profile that is left, in minor units. */
  readonly waitingNetMinor: bigint;
  /** undefined when the subscription ends with this period. */
  readonly renewal: Renewal | undefined;
};

export type MoveFigures = { readonly figures: readonly Figure[]; readonly values: FigureValues };

/** The figures of a move: the review prints them before, the receipt after, from the same code. */
export function moveFiguresOf(
  { from, to, waitingNetMinor, renewal }: DecidedMove,
  subscription: Subscription,
  when: 'before' | 'done',
): MoveFigures {
  const { currency, offer, plan, planned } = subscription;
  const profile = { text: from.name };
  return {
    values: { app: { text: offer.name }, from: profile, to: { text: to.name } },
    figures: [
      ...(when === 'done' ? [appFigure(subscription)] : []),
      { name: 'billingProfile', values: { from: profile, to: { text: to.name } } },
      { name: 'effectiveNextInvoice', values: {} },
      { name: when === 'done' ? 'paidNothing' : 'payNothing', values: {} },
      ...(waitingNetMinor === 0n
        ? []
        : [
            {
              name: 'notYetInvoiced',
              values: { amount: { amountMinor: waitingNetMinor, currency }, profile },
            } as const,
          ]),
      renewal
        ? {
            name: 'renewalSame',
            values: {
              date: { day: renewal.on },
              amount: { amountMinor: renewal.totalMinor, currency },
              term: { code: planned?.plan?.term ?? plan.term },
            },
          }
        : { name: 'noRenewal', values: {} },
      { name: 'paidUntilNow', values: methodOf(from) },
      { name: 'paidFromNextInvoice', values: methodOf(to) },
    ],
  };
}

function methodOf({ name, paymentMethod }: ProfileChoice): FigureValues {
  const { brand, lastFour } = paymentMethod ?? {};
  return {
    profile: { text: name },
    method: { code: brand && lastFour ? 'card' : 'invoice' },
    brand: { text: brand ?? '' },
    lastFour: { text: lastFour ?? '' },
  };
}
