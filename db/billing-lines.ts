import { eq, sql } from 'drizzle-orm';
import type { Transaction } from './client';
import { newId } from './ids';
import { prepared } from './prepared';
import { preparedInsert } from './prepared-insert';
import { billingLines, subscriptions } from './schema';

export type BillingLineDraft = Omit<typeof billingLines.$inferInsert, 'id' | 'documentId' | 'planId'>;

/**
 * What something is worth, waiting for its document: under the plan that the subscription has now, a credit under that
 * of the line it credits. Answers the line's id. Only inside a transaction.
 */
export async function saveBillingLine(tx: Transaction, draft: BillingLineDraft): Promise<string> {
  const id = newId();
  const { subscriptionId, creditsLineId } = draft;
  const [from] = creditsLineId
    ? await planOfLine(tx).execute({ id: creditsLineId })
    : await planOfSubscription(tx).execute({ id: subscriptionId });
  if (!from) throw new Error('A line is for a subscription, and a credit for a line');
  const { fromQuantity = null, toQuantity = null } = draft;
  const line = { ...draft, fromQuantity, toQuantity, creditsLineId: creditsLineId ?? null };
  await insertLine(tx, { ...line, ...from, id, documentId: null });
  return id;
}

const isMeant = sql.placeholder('id');

const planOfLine = prepared((tx: Transaction) =>
  tx.select({ planId: billingLines.planId }).from(billingLines).where(eq(billingLines.id, isMeant)).prepare(),
);

const planOfSubscription = prepared((tx: Transaction) =>
  tx.select({ planId: subscriptions.planId }).from(subscriptions).where(eq(subscriptions.id, isMeant)).prepare(),
);

const insertLine = preparedInsert(billingLines);
