import { and, eq, gt, isNull } from 'drizzle-orm';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { type Reader, read } from './client';
import {
  agreementAcceptances,
  cancellations,
  offers,
  organizations,
  people,
  plans,
  publishers,
  subscriptions,
} from './schema';
import type { JobScope, PublisherScope } from './scope';

/** A subscription as its publisher is told of it: no price, no billing profile. */
export type PublishedSubscription = Awaited<ReturnType<typeof selectPublished>>[number];

/** By our id, if it is of one of the publisher's own apps. */
export async function findPublishedSubscription(
  scope: PublisherScope,
  id: string,
): Promise<PublishedSubscription | undefined> {
  const [found] = await read((db) => selectPublished(db, scope, eq(subscriptions.id, id)));
  return found;
}

/** By the id that publishers know. `foreign`: it is another publisher's, of which nothing more is said. */
export async function findByFulfilmentId(
  scope: PublisherScope,
  fulfilmentId: string,
): Promise<Outcome<PublishedSubscription, 'not_found' | 'foreign'>> {
  const isIt = eq(subscriptions.fulfilmentId, fulfilmentId);
  const [own] = await read((db) => selectPublished(db, scope, isIt));
  if (own) return accept(own);
  return refuse((await read((db) => db.$count(subscriptions, isIt))) > 0 ? 'foreign' : 'not_found');
}

/** Every subscription that has licenses assigned to users, with how many. */
export async function listAssigned(_scope: JobScope) {
  const { fulfilmentId, organizationId, assignedQuantity } = subscriptions;
  return read((db) =>
    db.select({ fulfilmentId, organizationId, assignedQuantity }).from(subscriptions).where(gt(assignedQuantity, 0)),
  );
}

function selectPublished(db: Reader, scope: PublisherScope, condition: ReturnType<typeof and>) {
  return db
    .select({
      id: subscriptions.id,
      fulfilmentId: subscriptions.fulfilmentId,
      state: subscriptions.state,
      quantity: subscriptions.quantity,
      periodStart: subscriptions.periodStart,
      periodEnd: subscriptions.periodEnd,
      purchasedAt: subscriptions.purchasedAt,
      changedAt: subscriptions.changedAt,
      endsOn: cancellations.endsOn,
      plan: { id: plans.id, term: plans.term, renews: plans.renews },
      offer: { id: offers.id, name: offers.name },
      publisherId: publishers.id,
      organizationId: organizations.id,
      purchaser: { id: people.id, email: people.email },
    })
    .from(subscriptions)
    .innerJoin(plans, eq(plans.id, subscriptions.planId))
    .innerJoin(offers, eq(offers.id, plans.offerId))
    .innerJoin(publishers, eq(publishers.id, offers.publisherId))
    .innerJoin(organizations, eq(organizations.id, subscriptions.organizationId))
    .leftJoin(agreementAcceptances, eq(agreementAcceptances.subscriptionId, subscriptions.id))
    .leftJoin(people, eq(people.id, agreementAcceptances.personId))
    .leftJoin(cancellations, and(eq(cancellations.subscriptionId, subscriptions.id), isNull(cancellations.undoneAt)))
    .where(and(eq(publishers.id, scope.publisherId), condition));
}
