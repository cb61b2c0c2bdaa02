import type { DocumentLineKind } from './document-snapshot';

type Line = {
  readonly kind: DocumentLineKind;
  readonly fromQuantity: number | null;
  readonly toQuantity: number | null;
};

/** What a line is for: the whole organization, so many licenses for a period, more, or given back, or another plan. */
export type LineMeaning =
  | { readonly as: 'flat' | 'plan_change' }
  | { readonly as: Exclude<DocumentLineKind, 'plan_change'>; readonly count: number };

export function lineMeaningOf({ kind, fromQuantity, toQuantity }: Line): LineMeaning {
  if (kind === 'period') return toQuantity === null ? { as: 'flat' } : { as: kind, count: toQuantity };
  if (kind === 'plan_change') return { as: kind };
  return { as: kind, count: Math.abs((toQuantity ?? 0) - (fromQuantity ?? 0)) };
}
