import type { Day } from '@/lib/domain/days';
import type { QuantityDecision } from '@/lib/domain/quantity-decision';
import type { QuantityChange } from './quantity-changes';
import type { ReceiptFacts } from './receipts';
import type { Subscription } from './subscriptions';

/** Everything of a change that is shown for review and stands on its receipt, without words. */
export type QuantityFigures = Omit<ReceiptFacts, 'documentNumber' | 'recipients'>;

/** What the receipt of a change of quantity says. */
export function factsOfReceipt(change: QuantityChange, documentNumber: string | null): ReceiptFacts {
  const { subscription, decision, recipients, today } = change;
  return {
    ...figuresOf(decision, subscription, today),
    documentNumber,
    recipients: recipients.map(({ email }) => email),
  };
}

/** The figures of a decision: the review prints them before, the receipt after, from the same code. */
export function figuresOf(decision: QuantityDecision, subscription: Subscription, today: Day): QuantityFigures {
  const { offer, plan, publisher, profile, paymentMethod, currency } = subscription;
  const card =
    paymentMethod?.brand && paymentMethod.lastFour
      ? { brand: paymentMethod.brand, lastFour: paymentMethod.lastFour }
      : null;
  return {
    appName: offer.name,
    planName: plan.name,
    publisherName: publisher.name,
    term: plan.term,
    currency,
    timeZone: profile.timeZone,
    settlement: profile.settlement,
    profileName: profile.name,
    card,
    ...amountsOf(decision, today),
  };
}

function amountsOf(decision: QuantityDecision, today: Day) {
  if (decision.act === 'remove_planned_change') {
    const { before, after } = decision.removal.renewal;
    const figures = { from: before.quantity, to: after.quantity, effectiveOn: today };
    return { ...figures, charge: null, credit: null, served: null, renewal: { before, after } };
  }
  const { from, to, effectiveOn, charge, credit, line, renewal, daysLeft, daysOfPeriod } = decision.quote;
  return {
    from,
    to,
    effectiveOn,
    charge: charge.totalMinor > 0n ? charge : null,
    credit: credit.totalMinor > 0n ? credit : null,
    served: line ? { from: line.servedFrom, through: line.servedThrough, days: daysLeft, of: daysOfPeriod } : null,
    renewal: renewal ? { before: renewal.before, after: renewal.after } : null,
  };
}
