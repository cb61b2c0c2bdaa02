import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Day } from '@/lib/domain/days';
import { creditShares } from '@/lib/domain/invoices';
import type { Reader } from './client';
import { billingLines, billingProfiles, documents } from './schema';

/** What a credit note gives back of one invoice, VAT included. */
export type CreditOfInvoice = {
  readonly invoiceId: string;
  readonly noteId: string;
  readonly number: string;
  readonly issuedOn: Day;
  readonly amountMinor: bigint;
};

const original = alias(billingLines, 'original');
const note = alias(documents, 'note');

/** The credits of the invoices that fit a condition on `documents` and `billingProfiles`, oldest first. */
export async function listCreditsOf(db: Reader, isAskedFor: SQL | undefined): Promise<CreditOfInvoice[]> {
  const notes = db
    .select({ id: billingLines.documentId })
    .from(billingLines)
    .innerJoin(original, eq(original.id, billingLines.creditsLineId))
    .innerJoin(documents, eq(documents.id, original.documentId))
    .innerJoin(billingProfiles, eq(billingProfiles.id, documents.billingProfileId))
    .where(isAskedFor);
  const rows = await db
    .select({
      invoiceId: original.documentId,
      noteId: note.id,
      number: note.number,
      issuedOn: note.issuedOn,
      totalMinor: note.totalMinor,
      netMinor: billingLines.netMinor,
    })
    .from(billingLines)
    .innerJoin(original, eq(original.id, billingLines.creditsLineId))
    .innerJoin(note, eq(note.id, billingLines.documentId))
    .where(inArray(note.id, notes))
    .orderBy(asc(note.issuedAt), asc(note.number), asc(sql`${billingLines}.rowid`));
  const noteIds = [...new Set(rows.map(({ noteId }) => noteId))];
  return noteIds.flatMap((noteId) => creditsOfNote(rows.filter((row) => row.noteId === noteId)));
}

type Part = Omit<CreditOfInvoice, 'invoiceId' | 'amountMinor'> & {
  readonly invoiceId: string | null;
  readonly totalMinor: bigint;
  readonly netMinor: bigint;
};

/** One credit per invoice that a note's parts refer to; what had not been invoiced credits no invoice. */
function creditsOfNote(parts: readonly Part[]): CreditOfInvoice[] {
  const nets = parts.map(({ netMinor }) => netMinor);
  const shares = creditShares(parts[0]?.totalMinor ?? 0n, nets);
  const sums = new Map<string, CreditOfInvoice>();
  for (const [index, { invoiceId, noteId, number, issuedOn }] of parts.entries()) {
    if (invoiceId === null) continue;
    const amountMinor = (sums.get(invoiceId)?.amountMinor ?? 0n) + (shares[index] ?? 0n);
    sums.set(invoiceId, { invoiceId, noteId, number, issuedOn, amountMinor });
  }
  return [...sums.values()];
}
