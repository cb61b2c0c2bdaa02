import { and, asc, eq } from 'drizzle-orm';
import type { CancellationFacts } from '@/lib/domain/cancellation';
import type { ProfileMoney } from '@/lib/domain/profile-credit';
import { listChargedLines } from './charged-lines';
import { type Reader, read } from './client';
import { findProfileMoney } from './profile-money';
import { charges, paymentAllocations, payments } from './schema';
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
  const paid = await listPayments(db, subscription);
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
    payments: paid,
    money: await listMoney(db, paid),
  };
}

/** What a card has paid for the subscription and has not been given back, oldest first. */
async function listPayments(db: Reader, { id, organizationId }: Subscription) {
  return db
    .select({
      id: charges.id,
      amountMinor: charges.amountMinor,
      invoiceId: paymentAllocations.documentId,
      billingProfileId: payments.billingProfileId,
    })
    .from(charges)
    .innerJoin(payments, eq(payments.chargeId, charges.id))
    .innerJoin(paymentAllocations, eq(paymentAllocations.paymentId, payments.id))
    .where(
      and(eq(charges.subscriptionId, id), eq(charges.organizationId, organizationId), eq(charges.outcome, 'succeeded')),
    )
    .orderBy(asc(charges.askedAt), asc(charges.id));
}

async function listMoney(db: Reader, paid: Awaited<ReturnType<typeof listPayments>>) {
  const money: ProfileMoney[] = [];
  for (const billingProfileId of new Set(paid.map((payment) => payment.billingProfileId))) {
    const own = paid.filter((payment) => payment.billingProfileId === billingProfileId);
    const invoiceIds = own.map(({ invoiceId }) => invoiceId);
    money.push(await findProfileMoney(db, billingProfileId, invoiceIds));
  }
  return money;
}
