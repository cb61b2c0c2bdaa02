import type { DocumentLineKind } from './document-snapshot';

type Line = {
  readonly kind: DocumentLineKind;
  readonly fromQuantity: number | null;
  readonly toQuantity: number | null;
};

/** What a line is for: the whole organization, or so many licenses for a period, more, or given back. */
export type LineMeaning = { readonly as: 'flat' } | { readonly as: DocumentLineKind; readonly count: number };

export function lineMeaningOf({ kind, fromQuantity, toQuantity }: Line): LineMeaning {
  if (kind === 'period') return toQuantity === null ? { as: 'flat' } : { as: kind, count: toQuantity };
  return { as: kind, count: Math.abs((toQuantity ?? 0) - (fromQuantity ?? 0)) };
}
