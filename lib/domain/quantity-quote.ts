import { amountsOfCredit } from './credit-notes';
import { addDays, type Day, daysBetween } from './days';
import { type Amounts, type Currency, NO_AMOUNTS, smallerOf } from './money';
import type { Settlement } from './plans';
import type { CreditPart, Remainder } from './proration';
import type { PendingChange } from './subscription-facts';
import type { SubscriptionState } from './subscription-states';
import { totalOf, type VatCategory } from './vat';

/** What a price is made of: unit price per license and period, and the VAT that goes on it (2500 = 25 %). */
export type PriceFacts = {
  readonly unitAmountMinor: bigint;
  readonly currency: Currency;
  readonly vatCategory: VatCategory;
  readonly vatRateBp: number;
  readonly settlement: Settlement;
};

/** The one invoice line of an increase: `additional` licenses from `servedFrom` through `servedThrough`. */
export type IncreaseLine = {
  readonly additional: number;
  readonly netMinor: bigint;
  readonly servedFrom: Day;
  readonly servedThrough: Day;
};

export type Renewal = Amounts & { readonly on: Day; readonly quantity: number };

/** What a change of quantity would do, exactly: what a reader reviews is what the commit must compute again. */
export type QuantityQuote = {
  readonly kind: 'increase' | 'decrease' | 'take_back';
  readonly from: number;
  readonly to: number;
  readonly effectiveOn: Day;
  /** The period paid for ends before this day. */
  readonly periodEnd: Day;
  readonly daysLeft: number;
  readonly daysOfPeriod: number;
  readonly currency: Currency;
  readonly vatCategory: VatCategory;
  readonly vatRateBp: number;
  readonly settlement: Settlement;
  /** undefined when nothing is charged: an invoice has no zero lines. */
  readonly line: IncreaseLine | undefined;
  readonly charge: Amounts;
  /** What credit of the profile pays of the charge, before the card. */
  readonly fromCreditMinor: bigint;
  /** Positive. */
  readonly credit: Amounts;
  readonly creditParts: readonly CreditPart[];
  /** undefined when the subscription ends with this period. */
  readonly renewal: { readonly before: Renewal; readonly after: Renewal } | undefined;
  /** The scheduled change this one takes the place of. */
  readonly replacesPendingId: string | undefined;
};

export type Period = { readonly periodStart: Day; readonly periodEnd: Day };

type QuotedFacts = PriceFacts &
  Period & {
    readonly state: SubscriptionState;
    readonly renews: boolean;
    readonly quantity: number;
    readonly pendingChange: PendingChange | undefined;
    readonly profileCreditMinor: bigint;
  };

type QuotedChange = {
  readonly kind: QuantityQuote['kind'];
  readonly to: number;
  readonly today: Day;
  /** Today when left out. */
  readonly effectiveOn?: Day;
  readonly chargeNetMinor?: bigint;
  readonly creditParts?: readonly CreditPart[];
};

/**
 * Days left of a period, `today` counted, and its length. A profile's time zone may lie behind that in which the
 * period began, so never more days than the period has.
 */
export function remainderOf({ periodStart, periodEnd }: Period, today: Day): Remainder {
  const daysOfPeriod = daysBetween(periodStart, periodEnd);
  return { daysLeft: Math.min(daysBetween(today, periodEnd), daysOfPeriod), daysOfPeriod };
}

/** Net with its VAT and total. */
export function amountsOf(
  netMinor: bigint,
  { vatCategory, vatRateBp }: Pick<PriceFacts, 'vatCategory' | 'vatRateBp'>,
): Amounts {
  return netMinor === 0n ? NO_AMOUNTS : totalOf([{ netMinor, category: vatCategory, rateBp: vatRateBp }]);
}

/** The first day that a change of today serves: in a profile's time zone that lies behind, never before the period. */
export function servedFromOf({ periodStart }: Pick<Period, 'periodStart'>, today: Day): Day {
  return today < periodStart ? periodStart : today;
}

/** What a renewal of the whole period costs. */
export function renewalOf(quantity: number, on: Day, price: PriceFacts): Renewal {
  return { on, quantity, ...amountsOf(price.unitAmountMinor * BigInt(quantity), price) };
}

type Renewing = PriceFacts & { readonly quantity: number | null; readonly pendingChange: PendingChange | undefined };

/** The renewal that comes if nothing more is changed, with what is planned for it. A flat plan is priced as one unit. */
export function plannedRenewalOf(facts: Renewing, on: Day): Renewal {
  const { pendingChange, quantity } = facts;
  if (!pendingChange) return renewalOf(quantity ?? 1, on, facts);
  return renewalOf(pendingChange.to ?? 1, on, { ...facts, ...pricedAs(pendingChange.plan) });
}

function pricedAs(plan: PendingChange['plan']): Partial<PriceFacts> {
  return plan ? { unitAmountMinor: plan.unitAmountMinor } : {};
}

/** Writes a decided change out in full. */
export function quoteOf(facts: QuotedFacts, change: QuotedChange): QuantityQuote {
  const { kind, to, today, effectiveOn = today, chargeNetMinor = 0n, creditParts = [] } = change;
  const { quantity, periodEnd, pendingChange } = facts;
  const before = plannedRenewalOf(facts, periodEnd);
  const additional = to - quantity;
  const charge = amountsOf(chargeNetMinor, facts);
  return {
    kind,
    from: quantity,
    to,
    effectiveOn,
    periodEnd,
    ...remainderOf(facts, today),
    currency: facts.currency,
    vatCategory: facts.vatCategory,
    vatRateBp: facts.vatRateBp,
    settlement: facts.settlement,
    line:
      chargeNetMinor === 0n
        ? undefined
        : {
            additional,
            netMinor: chargeNetMinor,
            servedFrom: servedFromOf(facts, today),
            servedThrough: addDays(periodEnd, -1),
          },
    charge,
    fromCreditMinor: smallerOf(facts.profileCreditMinor, charge.totalMinor),
    credit: amountsOfCredit(creditParts, facts.vatCategory),
    creditParts,
    renewal:
      facts.state === 'active_ending' || !facts.renews ? undefined : { before, after: renewalOf(to, periodEnd, facts) },
    replacesPendingId: pendingChange?.id,
  };
}
