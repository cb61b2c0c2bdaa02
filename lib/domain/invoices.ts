import { addDays, type Day } from './days';
import type { Settlement } from './plans';
import { CURRENT_POLICY } from './policies';

/** An invoice as its payments and credits have left it. Never stored: always computed from them. */
export type InvoiceState = 'paid' | 'due' | 'overdue' | 'credited';

/** All in minor units of the invoice's currency, none negative. */
export type InvoiceBalance = {
  readonly totalMinor: bigint;
  readonly paidMinor: bigint;
  readonly creditedMinor: bigint;
};

/** What is still to pay. A credit on something paid is no debt of the customer's: never less than nothing. */
export function amountDueOf({ totalMinor, paidMinor, creditedMinor }: InvoiceBalance): bigint {
  const left = totalMinor - paidMinor - creditedMinor;
  return left > 0n ? left : 0n;
}

/** Divides an amount among what is due, in order, each in full as far as it reaches. */
export function allocate(
  amountMinor: bigint,
  due: readonly { readonly documentId: string; readonly dueMinor: bigint }[],
): { readonly documentId: string; readonly amountMinor: bigint }[] {
  let left = amountMinor;
  return due.flatMap(({ documentId, dueMinor }) => {
    const part = left < dueMinor ? left : dueMinor;
    left -= part;
    return part > 0n ? [{ documentId, amountMinor: part }] : [];
  });
}

/** Overdue only from the day after the last day to pay. */
export function invoiceStateOf(balance: InvoiceBalance, dueOn: Day, today: Day): InvoiceState {
  if (amountDueOf(balance) > 0n) return today > dueOn ? 'overdue' : 'due';
  return balance.paidMinor > 0n ? 'paid' : 'credited';
}

/** The last day to pay: a card is charged on the day of the invoice, an invoiced profile has the policy's days. */
export function dueDayOf(settlement: Settlement, issuedOn: Day): Day {
  return settlement === 'card' ? issuedOn : addDays(issuedOn, CURRENT_POLICY.invoiceDueDays);
}

/**
 * A credit note's total divided among the invoices it credits, by the net it takes from each. Whole minor units, and
 * together exactly the total, so it is no rounding: what one lacks the next has.
 */
export function creditShares(totalMinor: bigint, netsMinor: readonly bigint[]): bigint[] {
  const sum = netsMinor.reduce((all, net) => all + net, 0n);
  if (sum === 0n) return netsMinor.map(() => 0n);
  let reached = 0n;
  return netsMinor.map((net) => {
    const before = (totalMinor * reached) / sum;
    reached += net;
    return (totalMinor * reached) / sum - before;
  });
}

export type LinePrice = { readonly quantity: number; readonly unitMinor: bigint };

/**
 * How a line's net is told: a period as licenses times their price; a change of quantity as one thing at its price,
 * since its net is no multiple of anything the customer knows.
 */
export function linePriceOf(line: {
  readonly kind: 'period' | 'increase' | 'plan_change' | 'credit';
  readonly toQuantity: number | null;
  readonly netMinor: bigint;
}): LinePrice {
  const licenses = line.kind === 'period' ? (line.toQuantity ?? 1) : 1;
  const isWhole = line.netMinor % BigInt(licenses) === 0n;
  return isWhole
    ? { quantity: licenses, unitMinor: line.netMinor / BigInt(licenses) }
    : { quantity: 1, unitMinor: line.netMinor };
}
