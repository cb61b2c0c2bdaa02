import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import { requireCurrency } from '@/lib/domain/money';
import type { DeclineReason } from '@/lib/domain/orders';
import { type Reader, read, type Transaction } from './client';
import { offers, orders, organizations, people, plans, publishers, subscriptions } from './schema';
import type { JobScope, OrgScope } from './scope';

/** What a partner ordered or sales proposed, with its app, who answered it, and what came of it. */
export type Order = Awaited<ReturnType<typeof selectOrders>>[number];

/** The order if it is the scope's own, else undefined. */
export async function findOrder(scope: OrgScope, id: string): Promise<Order | undefined> {
  const [found] = await read((db) => selectOrders(db, and(eq(orders.id, id), ownedBy(scope))));
  return found;
}

/** The same for a job, which tells the organization's people of it. */
export async function findOrderForJob(_scope: JobScope, id: string): Promise<Order | undefined> {
  const [found] = await read((db) => selectOrders(db, and(eq(orders.id, id))));
  return found;
}

/** Orders that can be answered on a day, the most urgent first. */
export async function listWaitingOrders(scope: OrgScope, today: Day): Promise<Order[]> {
  return read((db) => selectOrders(db, isWaiting(scope, today)));
}

export async function countWaitingOrders(scope: OrgScope, today: Day): Promise<number> {
  return read((db) => db.$count(orders, isWaiting(scope, today)));
}

type Answered = Pick<Order, 'id' | 'version'>;
type Answer = {
  readonly now: number;
  readonly declined?: { readonly reason: DeclineReason; readonly comment: string | null };
};

/** Inside the transaction that answers it: whether nobody has answered, changed or withdrawn it since it was read. */
export async function isOrderOpen(tx: Transaction, scope: OrgScope, order: Answered): Promise<boolean> {
  const found = await tx.select({ id: orders.id }).from(orders).where(isUnanswered(scope, order));
  return found.length > 0;
}

/** Accepts it, or declines it when that is said. False when it has been changed or has come to an end meanwhile. */
export async function closeOrder(
  tx: Transaction,
  scope: OrgScope,
  order: Answered,
  { now, declined }: Answer,
): Promise<boolean> {
  const end = declined
    ? { declinedAt: now, declineReason: declined.reason, declineComment: declined.comment }
    : { acceptedAt: now };
  const closed = await tx
    .update(orders)
    .set({ ...end, closedBy: scope.personId, version: sql`${orders.version} + 1` })
    .where(isUnanswered(scope, order))
    .returning({ id: orders.id });
  return closed.length > 0;
}

function isUnanswered(scope: OrgScope, { id, version }: Answered) {
  return and(eq(orders.id, id), ownedBy(scope), isOpen(), eq(orders.version, version));
}

function isWaiting(scope: OrgScope, today: Day) {
  return and(ownedBy(scope), isOpen(), gte(orders.validThrough, today));
}

function ownedBy({ organizationId }: OrgScope) {
  return eq(orders.organizationId, organizationId);
}

function isOpen() {
  return and(isNull(orders.acceptedAt), isNull(orders.declinedAt), isNull(orders.withdrawnAt));
}

async function selectOrders(db: Reader, condition: ReturnType<typeof and>) {
  const rows = await db
    .select({
      order: orders,
      plan: plans,
      offer: { id: offers.id, name: offers.name },
      publisher: { name: publishers.name },
      organizationName: organizations.name,
      timeZone: organizations.timeZone,
      closedByName: people.name,
      subscriptionId: subscriptions.id,
    })
    .from(orders)
    .innerJoin(plans, eq(plans.id, orders.planId))
    .innerJoin(offers, eq(offers.id, plans.offerId))
    .innerJoin(publishers, eq(publishers.id, offers.publisherId))
    .innerJoin(organizations, eq(organizations.id, orders.organizationId))
    .leftJoin(people, eq(people.id, orders.closedBy))
    .leftJoin(subscriptions, eq(subscriptions.orderId, orders.id))
    .where(condition)
    .orderBy(asc(orders.validThrough), asc(orders.id));
  return rows.map(({ order, ...row }) => ({ ...order, ...row, currency: requireCurrency(order.currency) }));
}
