import { type Amounts, NO_AMOUNTS } from './money';
import type { Bill, CreditPart } from './proration';
import { totalOf, type VatCategory } from './vat';

/** What one credit note must give back: of one invoice, to the profile that was billed. */
export type CreditNote = {
  readonly billingProfileId: string;
  readonly parts: readonly CreditPart[];
  /** That invoice as it stood before, for the VAT rate of each part. */
  readonly credits: readonly Bill[];
};

/** The credit notes of a credit, one for each invoice that it takes from, in the order of its parts. */
export function creditNotesOf(parts: readonly CreditPart[]): CreditNote[] {
  const notes = new Map<string, CreditNote>();
  for (const part of parts) {
    const { billingProfileId, bill } = part;
    const { parts: before, credits } = notes.get(bill.id) ?? { parts: [], credits: [] };
    notes.set(bill.id, { billingProfileId, parts: [...before, part], credits: [...credits, bill] });
  }
  return [...notes.values()];
}

/** The sums of those credit notes together. Crediting all of an invoice, in however many steps, gives its total. */
export function amountsOfCredit(parts: readonly CreditPart[], category: VatCategory): Amounts {
  const notes = creditNotesOf(parts).map((note) =>
    totalOf(
      note.parts.map(({ netMinor, bill: { vatRateBp: rateBp, creditedNetMinor } }) => {
        return { netMinor, category, rateBp, creditedNetMinor };
      }),
    ),
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
