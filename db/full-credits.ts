import { and, eq, inArray } from 'drizzle-orm';
import type { Cancellation } from '@/lib/domain/cancellation';
import type { Day } from '@/lib/domain/days';
import type { Transaction } from './client';
import { type IssuedDocument, saveDocument } from './documents';
import { newId } from './ids';
import { billingLines } from './schema';
import type { Subscription } from './subscriptions';

type Credited = {
  readonly subscription: Subscription;
  readonly decision: Pick<Cancellation, 'credit' | 'creditParts'>;
  readonly today: Day;
  readonly now: number;
};

/** One credit note for everything that is given back, each of its lines for the same service as the line it credits. */
export async function recordFullCredit(
  tx: Transaction,
  { subscription, decision: { credit, creditParts }, today, now }: Credited,
): Promise<IssuedDocument | undefined> {
  if (creditParts.length === 0) return undefined;
  const { billingProfileId, currency } = subscription;
  const document = await saveDocument(tx, {
    kind: 'credit_note',
    billingProfileId,
    issuedOn: today,
    issuedAt: now,
    currency,
    amounts: credit,
    chargeId: null,
  });
  const ids = creditParts.map(({ chargeId }) => chargeId);
  const lines = await tx
    .select()
    .from(billingLines)
    .where(and(inArray(billingLines.id, ids), eq(billingLines.subscriptionId, subscription.id)));
  for (const { chargeId, netMinor } of creditParts) {
    const line = lines.find(({ id }) => id === chargeId);
    if (!line) throw new Error('There is no line to credit');
    await tx.insert(billingLines).values({
      ...line,
      id: newId(),
      kind: 'credit',
      creditsLineId: line.id,
      documentId: document.id,
      netMinor,
      createdAt: now,
    });
  }
  return document;
}
