import { sql } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import type { Amounts, Currency } from '@/lib/domain/money';
import type { Transaction } from './client';
import { newId } from './ids';
import { documentNumbers, documents } from './schema';

export type DocumentDraft = {
  readonly kind: 'invoice' | 'credit_note';
  readonly billingProfileId: string;
  readonly issuedOn: Day;
  readonly issuedAt: number;
  readonly currency: Currency;
  readonly amounts: Amounts;
  readonly chargeId: string | null;
};

export type IssuedDocument = {
  readonly id: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string;
};

/** Issues a document under the next number of its kind and year, such as '2026-00418'. Only inside a transaction. */
export async function saveDocument(tx: Transaction, draft: DocumentDraft): Promise<IssuedDocument> {
  const year = Number(draft.issuedOn.slice(0, 4));
  const [taken] = await tx
    .insert(documentNumbers)
    .values({ kind: draft.kind, year, lastNumber: 1 })
    .onConflictDoUpdate({
      target: [documentNumbers.kind, documentNumbers.year],
      set: { lastNumber: sql`${documentNumbers.lastNumber} + 1` },
    })
    .returning({ lastNumber: documentNumbers.lastNumber });
  if (!taken) throw new Error('No document number was given');
  const id = newId();
  const number = `${year}-${String(taken.lastNumber).padStart(5, '0')}`;
  const { kind, billingProfileId, issuedOn, issuedAt, currency, amounts, chargeId } = draft;
  await tx
    .insert(documents)
    .values({ id, kind, number, billingProfileId, issuedOn, issuedAt, currency, chargeId, ...amounts });
  return { id, kind, number };
}
