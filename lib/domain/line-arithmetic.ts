import type { DocumentLineKind } from './document-snapshot';
import { priceOfChange, priceOfDays, type Remainder } from './proration';

type Line = {
  readonly kind: DocumentLineKind;
  readonly fromQuantity: number | null;
  readonly toQuantity: number | null;
  readonly days: number;
  readonly ofDays: number;
  readonly quantity: number;
  readonly unitMinor: bigint;
  readonly netMinor: bigint;
};

/** So many licenses for the days of the line, and what they come to; `quantity` is null for one price for all. */
export type Share = { readonly quantity: number | null; readonly netMinor: bigint };

/** How a line's amount came about: as it was counted, or only what it is. `unitMinor` is for one and a whole period. */
export type LineArithmetic =
  | { readonly by: 'price'; readonly unitMinor: bigint; readonly more: Share; readonly isPartial: boolean }
  | { readonly by: 'difference'; readonly unitMinor: bigint; readonly more: Share; readonly fewer: Share }
  | { readonly by: 'amount' };

/**
 * Counts a line again at the price its subscription has, in minor units. A line that another price was counted with
 * comes to something else, and is then told by its amount alone: what is shown always adds up.
 */
export function arithmeticOf(line: Line, unitMinor: bigint | undefined): LineArithmetic {
  const remainder = { daysLeft: line.days, daysOfPeriod: line.ofDays };
  const counted = unitMinor === undefined ? undefined : countedOf(line, unitMinor, remainder);
  if (counted) return counted;
  if (line.kind !== 'period' || line.days < line.ofDays) return { by: 'amount' };
  const isCounted = line.toQuantity === null || line.quantity === line.toQuantity;
  const more = { quantity: line.toQuantity, netMinor: line.netMinor };
  return isCounted ? { by: 'price', unitMinor: line.unitMinor, more, isPartial: false } : { by: 'amount' };
}

function countedOf(line: Line, unitMinor: bigint, remainder: Remainder): LineArithmetic | undefined {
  const { kind, fromQuantity, toQuantity, netMinor, days, ofDays } = line;
  if (kind === 'plan_change') return undefined;
  const [fewer, more] = [Math.min(fromQuantity ?? 0, toQuantity ?? 0), Math.max(fromQuantity ?? 0, toQuantity ?? 0)];
  const of = (quantity: number): Share => ({ quantity, netMinor: priceOfDays(unitMinor, quantity, remainder) });
  if (kind === 'period' || fewer === 0) {
    const whole = kind === 'period' ? toQuantity : more === 0 ? null : more;
    const share = { ...of(whole ?? 1), quantity: whole };
    return share.netMinor === netMinor ? { by: 'price', unitMinor, more: share, isPartial: days < ofDays } : undefined;
  }
  return priceOfChange(unitMinor, fewer, more, remainder) === netMinor
    ? { by: 'difference', unitMinor, more: of(more), fewer: of(fewer) }
    : undefined;
}
