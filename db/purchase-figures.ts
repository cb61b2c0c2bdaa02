import type { Figure, FigureValue, FigureValues } from '@/lib/domain/figures';
import type { Renewal } from '@/lib/domain/quantity-quote';
import type { PurchaseDraft } from './purchases';
import { appFigure, payerFigure } from './subscription-figures';
import type { Subscription } from './subscriptions';

/** What is bought, by whom it is sold and how it will be paid. */
export type BoughtPlan = Pick<Subscription, 'offer' | 'plan' | 'profile' | 'paymentMethod' | 'backupMethod'> & {
  readonly publisher: { readonly name: string };
};

type Bought = {
  readonly purchase: BoughtPlan & { readonly draft: PurchaseDraft };
  readonly price: Renewal;
};

/** The figures of a purchase: the review prints them before, the receipt after, from the same code. */
export function purchaseFigures(
  { purchase, price }: Bought,
  when: 'before' | 'done',
): { readonly figures: readonly Figure[]; readonly values: FigureValues } {
  const { offer, plan, publisher, draft } = purchase;
  const { activateBy, quantity, currency, agreementVersion } = draft;
  const amount = (amountMinor: bigint): FigureValue => ({ amountMinor, currency });
  const term: FigureValue = { code: plan.term };
  const by: FigureValues = { date: { day: activateBy }, publisher: { text: publisher.name } };
  return {
    values: { app: { text: offer.name }, ...by },
    figures: [
      appFigure(purchase),
      { name: 'bought', values: { pricing: { code: plan.pricing }, count: { count: quantity ?? 0 } } },
      {
        name: 'pricePerPeriod',
        values: {
          amount: amount(price.totalMinor),
          net: amount(price.netMinor),
          vat: amount(price.vatMinor),
          term,
        },
      },
      { name: when === 'done' ? 'paidNothing' : 'payNothing', values: {} },
      { name: 'firstInvoice', values: { amount: amount(price.totalMinor) } },
      { name: 'activation', values: by },
      { name: 'renewsEach', values: { term } },
      payerFigure(purchase),
      { name: 'agreement', values: { version: { text: agreementVersion } } },
    ],
  };
}
