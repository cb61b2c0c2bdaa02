import type { Figure, FigureValues } from '@/lib/domain/figures';
import { renewalOf } from '@/lib/domain/quantity-quote';
import { requireVatRateBp } from '@/lib/domain/vat';
import { appFigure, payerFigure } from './subscription-figures';
import type { Subscription } from './subscriptions';

/** What keeping a subscription means: that it goes on, and what the next renewal costs. */
export function keepFigures(subscription: Subscription): {
  readonly figures: readonly Figure[];
  readonly values: FigureValues;
} {
  const { offer, periodEnd, quantity, unitAmountMinor, currency, profile, plan } = subscription;
  if (periodEnd === null) throw new Error(`No period in state ${subscription.state}`);
  const { settlement } = profile;
  const price = {
    unitAmountMinor,
    currency,
    vatCategory: 'S',
    vatRateBp: requireVatRateBp(profile.country),
    settlement,
  } as const;
  const { totalMinor: amountMinor } = renewalOf(quantity ?? 1, periodEnd, price);
  return {
    values: { app: { text: offer.name }, date: { day: periodEnd } },
    figures: [
      appFigure(subscription),
      { name: 'kept', values: {} },
      {
        name: 'renews',
        values: { date: { day: periodEnd }, amount: { amountMinor, currency }, term: { code: plan.term } },
      },
      payerFigure(subscription),
    ],
  };
}
