import { smallerOf } from './money';

/** An invoice by what is asked for, the money that has come in for it, and the credit of its profile put to it. */
export type InvoiceMoney = {
  readonly id: string;
  readonly totalMinor: bigint;
  readonly creditedMinor: bigint;
  /** By cards and transfers, as far as it was not given or taken back. */
  readonly moneyMinor: bigint;
  readonly fromCreditMinor: bigint;
};

export type ProfileMoney = {
  /** In the order in which credit was put to them. */
  readonly invoices: readonly InvoiceMoney[];
  /** Of transfers, what no invoice has needed. */
  readonly unusedMinor: bigint;
};

export type ProfileCredit = {
  /** What is there to be used. */
  readonly leftMinor: bigint;
  /** Invoices whose credit was money that is gone since, with what credit still pays of each. */
  readonly short: ReadonlyMap<string, bigint>;
};

/**
 * What a profile has to its credit: the money that its invoices, less what was credited of them, do not need, less what
 * other invoices have of it. Where such money was taken back, those that used it last are short of it.
 */
export function creditOf({ invoices, unusedMinor }: ProfileMoney): ProfileCredit {
  let leftMinor = unusedMinor;
  for (const invoice of invoices) leftMinor += atLeastNothing(invoice.moneyMinor - neededOf(invoice));
  const short = new Map<string, bigint>();
  for (const invoice of invoices) {
    const used = smallerOf(invoice.fromCreditMinor, atLeastNothing(neededOf(invoice) - invoice.moneyMinor));
    const paid = smallerOf(used, leftMinor);
    if (paid < used) short.set(invoice.id, paid);
    leftMinor -= paid;
  }
  return { leftMinor, short };
}

function neededOf({ totalMinor, creditedMinor }: InvoiceMoney): bigint {
  return atLeastNothing(totalMinor - creditedMinor);
}

function atLeastNothing(amountMinor: bigint): bigint {
  return amountMinor > 0n ? amountMinor : 0n;
}
