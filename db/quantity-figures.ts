import type { Day } from '@/lib/domain/days';
import type { Figure, FigureValues } from '@/lib/domain/figures';
import type { QuantityDecision } from '@/lib/domain/quantity-decision';
import type { QuantityQuote } from '@/lib/domain/quantity-quote';
import { appFigure, creditedProfile, fromCreditFigures, payerFigure, renewalFigure } from './subscription-figures';
import type { Subscription } from './subscriptions';

/** What a change states, line by line, and the values of its title and of what happens next. */
export type QuantityFigures = {
  readonly from: number;
  readonly to: number;
  readonly figures: readonly Figure[];
  readonly values: FigureValues;
};

/** The figures of a decision: the review prints them before, the receipt after, from the same code. */
export function figuresOf(
  decision: QuantityDecision,
  subscription: Subscription,
  today: Day,
  when: 'before' | 'done',
): QuantityFigures {
  const { from, to, effectiveOn } = numbersOf(decision, today);
  const effective = decision.act === 'decrease' ? 'effectiveAtRenewal' : 'effectiveNow';
  const { publisher } = subscription;
  return {
    from,
    to,
    values: { quantity: { count: to }, date: { day: effectiveOn }, publisher: { text: publisher.name } },
    figures: [
      ...(when === 'done' ? [appFigure(subscription)] : []),
      { name: 'licenses', values: { from: { count: from }, to: { count: to } } },
      { name: effective, values: { date: { day: effectiveOn } } },
      ...(decision.act === 'remove_planned_change' ? [] : moneyFigures(decision.quote, subscription, when)),
      renewalFigure(renewalsOf(decision), subscription),
      payerFigure(subscription),
    ],
  };
}

function numbersOf(decision: QuantityDecision, today: Day) {
  if (decision.act !== 'remove_planned_change') return decision.quote;
  const { before, after } = decision.removal.renewal;
  return { from: before.quantity, to: after.quantity, effectiveOn: today };
}

function moneyFigures(quote: QuantityQuote, { billingProfileId }: Subscription, when: 'before' | 'done'): Figure[] {
  const { charge, fromCreditMinor, credit, line, currency, daysLeft, daysOfPeriod } = quote;
  const money = (amountMinor: bigint) => ({ amountMinor, currency });
  const figures: Figure[] = [];
  if (line) {
    const name = quote.settlement === 'invoice' ? 'onNextInvoice' : when === 'done' ? 'paid' : 'payToday';
    figures.push({
      name,
      values: {
        amount: money(charge.totalMinor - fromCreditMinor),
        net: money(charge.netMinor),
        vat: money(charge.vatMinor),
        count: { count: line.additional },
        span: { from: line.servedFrom, through: line.servedThrough },
        days: { count: daysLeft },
        of: { count: daysOfPeriod },
      },
    });
    figures.push(...fromCreditFigures(quote));
  } else figures.push({ name: when === 'done' ? 'paidNothing' : 'payNothing', values: {} });
  if (credit.totalMinor > 0n) {
    const { totalMinor, netMinor, vatMinor } = credit;
    const credited = creditedProfile(quote.creditParts, billingProfileId);
    const values = { amount: money(totalMinor), net: money(netMinor), vat: money(vatMinor), credited };
    figures.push({ name: 'credit', values });
  }
  return figures;
}

function renewalsOf(decision: QuantityDecision) {
  return decision.act === 'remove_planned_change' ? decision.removal.renewal : decision.quote.renewal;
}
