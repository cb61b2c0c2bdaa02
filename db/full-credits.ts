import { and, eq, inArray } from 'drizzle-orm';
import type { Cancellation } from '@/lib/domain/cancellation';
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
 * for every profile that was billed, the subscription's own first, which is the one answered.
 */
export async function recordFullCredit(
  tx: Transaction,
  { subscription, decision: { creditParts }, today, now }: Credited,
): Promise<IssuedDocument | undefined> {
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
  const lineIdsOf = new Map<string, string[]>([[subscription.billingProfileId, []]]);
  for (const { chargeId, netMinor } of creditParts) {
    const line = lines.find(({ id }) => id === chargeId);
    if (!line) throw new Error('There is no line to credit');
    const { id: _credited, documentId: _invoice, ...service } = line;
    const credit = { ...service, kind: 'credit', creditsLineId: line.id, netMinor, createdAt: now } as const;
    const lineId = await saveBillingLine(tx, { ...credit, currency: subscription.currency });
    lineIdsOf.set(line.billingProfileId, [...(lineIdsOf.get(line.billingProfileId) ?? []), lineId]);
  }
  const issued: IssuedDocument[] = [];
  for (const [billingProfileId, lineIds] of lineIdsOf) {
    const head = { kind: 'credit_note', billingProfileId, issuedOn: today, issuedAt: now, chargeId: null } as const;
    if (lineIds.length > 0) issued.push(await saveDocument(tx, { ...head, lineIds }));
  }
  return issued[0];
}
