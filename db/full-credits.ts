import { and, eq, inArray } from 'drizzle-orm';
import type { Cancellation } from '@/lib/domain/cancellation';
import { type CreditNote, creditNotesOf } from '@/lib/domain/credit-notes';
import type { Day } from '@/lib/domain/days';
import { saveBillingLine } from './billing-lines';
import type { Transaction } from './client';
import { type IssuedDocument, saveDocument } from './documents';
import { billingLines } from './schema';
import type { Subscription } from './subscriptions';

type Credited = {
  readonly subscription: Subscription;
  readonly decision: Pick<Cancellation, 'creditParts'>;
  readonly today: Day;
  readonly now: number;
};

/**
 * Credit notes for everything that is given back, each of its lines for the same service as the line it credits: one
 * for every invoice, those of the subscription's own profile first.
 */
export async function recordFullCredit(
  tx: Transaction,
  { subscription, decision: { creditParts }, today, now }: Credited,
): Promise<IssuedDocument[]> {
  const lines = await tx
    .select()
    .from(billingLines)
    .where(
      and(
        inArray(
          billingLines.id,
          creditParts.map(({ chargeId }) => chargeId),
        ),
        eq(billingLines.subscriptionId, subscription.id),
      ),
    );
  const notes = creditNotesOf(creditParts);
  const isOwn = (note: CreditNote) => note.billingProfileId === subscription.billingProfileId;
  const issued: IssuedDocument[] = [];
  for (const { billingProfileId, parts, credits } of [
    ...notes.filter(isOwn),
    ...notes.filter((note) => !isOwn(note)),
  ]) {
    const lineIds: string[] = [];
    for (const { chargeId, netMinor } of parts) {
      const line = lines.find(({ id }) => id === chargeId);
      if (!line) throw new Error('There is no line to credit');
      const { id: _credited, documentId: _invoice, ...service } = line;
      const credit = { ...service, kind: 'credit', creditsLineId: line.id, netMinor, createdAt: now } as const;
      lineIds.push(await saveBillingLine(tx, { ...credit, currency: subscription.currency }));
    }
    const head = { kind: 'credit_note', billingProfileId, issuedOn: today, issuedAt: now, chargeId: null } as const;
    issued.push(await saveDocument(tx, { ...head, lineIds, credits }));
  }
  return issued;
}
