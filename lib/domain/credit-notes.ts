import { type Amounts, NO_AMOUNTS } from './money';
import type { CreditPart } from './proration';
import { totalOf, type VatCategory } from './vat';

export type CreditOfProfile = { readonly billingProfileId: string; readonly parts: readonly CreditPart[] };

/** What one credit note each must give back: the parts of a credit by the profile that was billed, in their order. */
export function creditByProfile(parts: readonly CreditPart[]): CreditOfProfile[] {
  return [...new Set(parts.map(({ billingProfileId }) => billingProfileId))].map((billingProfileId) => ({
    billingProfileId,
    parts: parts.filter((part) => part.billingProfileId === billingProfileId),
  }));
}

/** The sums of those credit notes together: VAT is rounded once on each of them. */
export function amountsOfCredit(
  parts: readonly CreditPart[],
  { category, rateBp }: { readonly category: VatCategory; readonly rateBp: number },
): Amounts {
  const notes = creditByProfile(parts).map((note) =>
    totalOf(note.parts.map(({ netMinor }) => ({ netMinor, category, rateBp }))),
  );
  return notes.reduce(
    (sum, note) => ({
      netMinor: sum.netMinor + note.netMinor,
      vatMinor: sum.vatMinor + note.vatMinor,
      totalMinor: sum.totalMinor + note.totalMinor,
    }),
    NO_AMOUNTS,
  );
}
