import type { Figure, FigureValues } from '@/lib/domain/figures';
import { isPossible } from '@/lib/domain/subscription-states';
import type { Debt } from './debts';

export type DebtFigures = {
  readonly card: { readonly brand: string | null; readonly lastFour: string | null };
};

/** What paying an invoice states before it is done. */
export function dueFiguresOf(debt: Debt, card: DebtFigures['card']): readonly Figure[] {
  const { invoice, dueMinor: amountMinor } = debt;
  return [
    invoiceFigure(debt),
    { name: 'payInvoice', values: { amount: { amountMinor, currency: invoice.currency } } },
    ...restOf(debt, card),
  ];
}

/** The same once it is done, with the values of the receipt's title and of what happens next. */
export function paidFiguresOf(
  debt: Debt,
  card: DebtFigures['card'],
): { readonly figures: readonly Figure[]; readonly values: FigureValues } {
  const { invoice, dueMinor: amountMinor } = debt;
  const amount = { amountMinor, currency: invoice.currency };
  return {
    values: { number: { text: invoice.number }, amount, back: { code: backOf(debt).length > 0 ? 'some' : 'none' } },
    figures: [invoiceFigure(debt), { name: 'invoicePaid', values: { amount } }, ...restOf(debt, card)],
  };
}

function invoiceFigure({ invoice }: Debt): Figure {
  return { name: 'invoiceOf', values: { number: { text: invoice.number }, date: { day: invoice.dueOn } } };
}

function restOf(debt: Debt, { brand, lastFour }: DebtFigures['card']): Figure[] {
  const back = backOf(debt);
  const off = debt.apps.filter(({ state }) => state === 'disabled').map(({ name }) => name);
  return [
    {
      name: 'paidByCard',
      values: {
        brand: { text: brand ?? '' },
        lastFour: { text: lastFour ?? '' },
        profile: { text: debt.profile.name },
      },
    },
    ...(back.length > 0 ? [{ name: 'reinstates', values: { apps: { texts: back } } } as const] : []),
    ...(off.length > 0 ? [{ name: 'staysDisabled', values: { apps: { texts: off } } } as const] : []),
  ];
}

/** Apps that wait for their payment. */
function backOf({ apps }: Debt): string[] {
  return apps.filter(({ state }) => isPossible(state, 'paid_in_full')).map(({ name }) => name);
}
