import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import { nextState } from '@/lib/domain/subscription-states';
import { recordAuditEntry } from './audit';
import { listOpenOfSubscription } from './balances';
import type { Transaction } from './client';
import { newId } from './ids';
import { recordOutboxEvent } from './outbox';
import { billingLines, subscriptions } from './schema';

type Paid = {
  readonly documentIds: readonly string[];
  /** Absent when a job acted. */
  readonly personId: string | undefined;
  readonly today: Day;
  readonly now: number;
};

/**
 * Brings the apps back whose last debt has been paid: whatever was past due on what these invoices bill, and owes
 * nothing more. A disabled one stays disabled. Answers their ids. Only inside the transaction of the payment.
 */
export async function reinstatePaid(tx: Transaction, { documentIds, personId, today, now }: Paid): Promise<string[]> {
  if (documentIds.length === 0) return [];
  const billed = tx
    .select({ id: billingLines.subscriptionId })
    .from(billingLines)
    .where(inArray(billingLines.documentId, [...documentIds]));
  const pastDue = await tx
    .select()
    .from(subscriptions)
    .where(and(inArray(subscriptions.id, billed), inArray(subscriptions.state, ['past_due', 'past_due_ending'])));
  const back: string[] = [];
  for (const subscription of pastDue) {
    const { id, organizationId, billingProfileId, state, payBy } = subscription;
    const next = nextState(state, 'paid_in_full');
    if (!next.ok || (await listOpenOfSubscription(tx, id)).length > 0) continue;
    await tx
      .update(subscriptions)
      .set({ state: next.value.state, payBy: null, version: sql`${subscriptions.version} + 1`, changedAt: now })
      .where(and(eq(subscriptions.id, id), eq(subscriptions.organizationId, organizationId)));
    await recordAuditEntry(tx, {
      organizationId,
      personId,
      act: 'reinstate',
      subscriptionId: id,
      billingProfileId,
      before: { state, payBy },
      after: { state: next.value.state, payBy: null },
      at: now,
    });
    const about = { organizationId, billingProfileId, subscriptionId: id, documentId: null, on: today };
    await recordOutboxEvent(tx, newId(), { kind: 'notice', payload: { notice: 'paid_again', ...about } }, now);
    back.push(id);
  }
  return back;
}
