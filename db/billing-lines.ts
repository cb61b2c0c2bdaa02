import type { Transaction } from './client';
import { newId } from './ids';
import { billingLines } from './schema';

export type BillingLineDraft = Omit<typeof billingLines.$inferInsert, 'id' | 'documentId'>;

/** What something is worth, waiting for its document. Answers the line's id. Only inside a transaction. */
export async function saveBillingLine(tx: Transaction, draft: BillingLineDraft): Promise<string> {
  const id = newId();
  await tx.insert(billingLines).values({ ...draft, id, documentId: null });
  return id;
}
