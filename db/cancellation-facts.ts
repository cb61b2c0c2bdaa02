import { and, asc, eq } from 'drizzle-orm';
import type { CancellationFacts } from '@/lib/domain/cancellation';
import { listChargedLines } from './charged-lines';
import { type Reader, read } from './client';
import { charges } from './schema';
import type { OrgScope } from './scope';
import { findSubscriptionIn, type Subscription } from './subscriptions';

/** Everything a cancellation is judged by; undefined when the subscription is not the scope's own. */
export async function findCancellationFacts(
  scope: OrgScope,
  id: string,
): Promise<{ subscription: Subscription; facts: CancellationFacts } | undefined> {
  return read(async (db) => {
    const subscription = await findSubscriptionIn(db, scope, id);
    return subscription && { subscription, facts: await factsOf(db, subscription) };
  });
}

async function factsOf(db: Reader, subscription: Subscription): Promise<CancellationFacts> {
  const { id, state, purchasedAt, policyVersion, periodEnd, quantity, assignedQuantity, planned } = subscription;
  return {
    state,
    purchasedAt,
    policyVersion,
    periodEnd,
    assignedQuantity: quantity === null ? null : assignedQuantity,
    plannedQuantity: planned?.plan ? null : (planned?.quantity ?? null),
    ...(planned?.plan ? { plannedPlan: planned.plan.name } : {}),
    vatCategory: 'S',
    lines: await listChargedLines(db, id),
    payments: await listPayments(db, subscription),
  };
}

/** What a card has paid for the subscription and has not been given back, oldest first. */
async function listPayments(db: Reader, { id, organizationId }: Subscription) {
  return db
    .select({ id: charges.id, amountMinor: charges.amountMinor })
    .from(charges)
    .where(
      and(eq(charges.subscriptionId, id), eq(charges.organizationId, organizationId), eq(charges.outcome, 'succeeded')),
    )
    .orderBy(asc(charges.askedAt), asc(charges.id));
}
