import { roundHalfAway } from './money';

/** What is left of a period, counting the effective day itself, and the length of the whole period. */
export type Remainder = { readonly daysLeft: number; readonly daysOfPeriod: number };

/** The invoice on which a charge stands, or that it waits for, as far as it has the charge's VAT rate. */
export type Bill = {
  /** Same for charges on the same invoice. */
  readonly id: string;
  readonly vatRateBp: number;
  /** What has been credited of it so far, of whatever app. */
  readonly creditedNetMinor: bigint;
};

/** An invoiced or invoiceable line of the period, and how much of its net has been credited so far. */
export type CreditableCharge = {
  readonly id: string;
  /** Who was billed, and is credited: the subscription may have moved since. */
  readonly billingProfileId: string;
  readonly bill: Bill;
  readonly netMinor: bigint;
  readonly creditedNetMinor: bigint;
};

/** How much net a credit note takes from one charge; never zero. */
export type CreditPart = {
  readonly chargeId: string;
  readonly billingProfileId: string;
  readonly bill: Bill;
  readonly netMinor: bigint;
};

/** Net price in minor units of `quantity` licenses for the days left; a full period gives the full price. */
export function priceOfDays(unitAmountMinor: bigint, quantity: number, { daysLeft, daysOfPeriod }: Remainder): bigint {
  return roundHalfAway(unitAmountMinor * BigInt(quantity) * BigInt(daysLeft), BigInt(daysOfPeriod));
}

/**
 * Net difference in minor units for going from one quantity to another: P(to) − P(from), negative for fewer.
 * Prorating the difference itself would round differently when a change is made in two steps.
 */
export function priceOfChange(unitAmountMinor: bigint, from: number, to: number, remainder: Remainder): bigint {
  return priceOfDays(unitAmountMinor, to, remainder) - priceOfDays(unitAmountMinor, from, remainder);
}

/** Not yet credited net of a charge. */
export function creditableNet(charge: CreditableCharge): bigint {
  return charge.netMinor > charge.creditedNetMinor ? charge.netMinor - charge.creditedNetMinor : 0n;
}

/** Takes so much net from a charge. */
export function creditPartOf({ id: chargeId, billingProfileId, bill }: CreditableCharge, netMinor: bigint): CreditPart {
  return { chargeId, billingProfileId, bill, netMinor };
}

/** Spreads a credit over charges given oldest first, from the newest back, never beyond what each still holds. */
export function allocateCredit(wantedNetMinor: bigint, charges: readonly CreditableCharge[]): CreditPart[] {
  let restMinor = wantedNetMinor;
  const parts: CreditPart[] = [];
  for (const charge of [...charges].reverse()) {
    const available = creditableNet(charge);
    const netMinor = restMinor < available ? restMinor : available;
    if (netMinor > 0n) parts.push(creditPartOf(charge, netMinor));
    restMinor -= netMinor > 0n ? netMinor : 0n;
  }
  return parts;
}
