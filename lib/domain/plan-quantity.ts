import { accept, type Outcome, refuse } from './outcome';
import { parseQuantity, type QuantityInputRefusal } from './quantity-input';

/** The fewest and most licenses that can be bought; null and null exactly when the plan is flat. */
export type QuantityRange = { readonly minQuantity: number | null; readonly maxQuantity: number | null };

export type QuantityRangeRefusal = 'quantity_not_applicable' | 'quantity_below_minimum' | 'quantity_above_maximum';

/** Why a plan cannot be bought in this number; undefined when it can. A flat plan has none. */
export function refusalOfQuantity(
  { minQuantity, maxQuantity }: QuantityRange,
  quantity: number | null,
): QuantityRangeRefusal | undefined {
  if (minQuantity === null || maxQuantity === null) return quantity === null ? undefined : 'quantity_not_applicable';
  if (quantity === null || quantity < minQuantity) return 'quantity_below_minimum';
  return quantity > maxQuantity ? 'quantity_above_maximum' : undefined;
}

/** The number of licenses as it was typed for a plan; null for a flat plan, whatever was typed. */
export function parsePlanQuantity(
  typed: string,
  range: QuantityRange,
  locale: string,
): Outcome<number | null, QuantityInputRefusal | QuantityRangeRefusal> {
  if (range.minQuantity === null || range.maxQuantity === null) return accept(null);
  const quantity = parseQuantity(typed, locale);
  if (!quantity.ok) return quantity;
  const refusal = refusalOfQuantity(range, quantity.value);
  return refusal ? refuse(refusal) : quantity;
}
