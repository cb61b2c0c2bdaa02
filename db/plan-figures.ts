import type { Day } from '@/lib/domain/days';
import type { Figure, FigureValue, FigureValues } from '@/lib/domain/figures';
import type { PlanQuote, PlanSide } from '@/lib/domain/plan-change';
import type { PlanDecision } from '@/lib/domain/plan-decision';
import { appFigure, fromCreditFigures, payerFigure, renewalFigure } from './subscription-figures';
import type { Subscription } from './subscriptions';

/** What a change of plan states, line by line, and the values of its title and of what happens next. */
export type PlanFigures = {
  readonly from: PlanSide;
  readonly to: PlanSide;
  readonly figures: readonly Figure[];
  readonly values: FigureValues;
};

/** The figures of a decision: the review prints them before, the receipt after, from the same code. */
export function planFiguresOf(
  decision: PlanDecision,
  subscription: Subscription,
  today: Day,
  when: 'before' | 'done',
): PlanFigures {
  const { from, to, effectiveOn, renewal } = partsOf(decision, today);
  const { offer, publisher, currency } = subscription;
  const plan = { from: { text: from.plan.name }, to: { text: to.plan.name } };
  return {
    from,
    to,
    values: {
      app: { text: offer.name },
      plan: plan.to,
      publisher: { text: publisher.name },
      date: { day: effectiveOn },
      pricing: { code: to.plan.pricing },
    },
    figures: [
      ...(when === 'done' ? [appFigure(subscription)] : []),
      { name: 'plan', values: plan },
      { name: 'planPrice', values: { ...priceValues('from', from, currency), ...priceValues('to', to, currency) } },
      licensesFigure(from, to),
      {
        name: decision.act === 'change_plan_at_renewal' ? 'effectiveAtRenewal' : 'effectiveNow',
        values: { date: { day: effectiveOn } },
      },
      ...(decision.act === 'keep_plan'
        ? []
        : [moneyFigure(decision.quote, when), ...fromCreditFigures(decision.quote)]),
      renewalFigure(renewal, subscription, to.plan.term),
      payerFigure(subscription),
    ],
  };
}

function partsOf(decision: PlanDecision, today: Day) {
  return decision.act === 'keep_plan' ? { ...decision.kept, effectiveOn: today } : decision.quote;
}

/** A price with what it is for, as a code such as 'per_license_P1M'. */
function priceValues(
  side: 'from' | 'to',
  { plan: { unitAmountMinor, pricing, term } }: PlanSide,
  currency: Subscription['currency'],
): FigureValues {
  return { [side]: { amountMinor: unitAmountMinor, currency }, [`${side}Unit`]: { code: `${pricing}_${term}` } };
}

function licensesFigure(from: PlanSide, to: PlanSide): Figure {
  const count = (quantity: number | null): FigureValue => ({ count: quantity ?? 0 });
  return {
    name: 'planLicenses',
    values: { change: { code: changeOf(from, to) }, from: count(from.quantity), to: count(to.quantity) },
  };
}

function changeOf(from: PlanSide, to: PlanSide) {
  if (from.quantity === to.quantity) return 'same';
  if (from.quantity === null) return 'from_flat';
  return to.quantity === null ? 'to_flat' : 'other';
}

/** What it costs for the days left; in an app that ends, to its last day. */
function moneyFigure(quote: PlanQuote, when: 'before' | 'done'): Figure {
  const { charge, fromCreditMinor, line, currency, daysLeft, daysOfPeriod, from, to, renewal } = quote;
  if (!line) return { name: when === 'done' ? 'paidNothing' : 'payNothing', values: {} };
  const money = (amountMinor: bigint) => ({ amountMinor, currency });
  return {
    name: quote.settlement === 'invoice' ? 'planOnNextInvoice' : when === 'done' ? 'planPaid' : 'planPayToday',
    values: {
      amount: money(charge.totalMinor - fromCreditMinor),
      net: money(charge.netMinor),
      vat: money(charge.vatMinor),
      from: { text: from.plan.name },
      to: { text: to.plan.name },
      span: { from: line.servedFrom, through: line.servedThrough },
      days: { count: daysLeft },
      of: { count: daysOfPeriod },
      ends: { code: renewal ? 'no' : 'yes' },
    },
  };
}
