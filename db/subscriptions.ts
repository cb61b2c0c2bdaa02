import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Day } from '@/lib/domain/days';
import { requireCurrency } from '@/lib/domain/money';
import { type Reader, read } from './client';
import { backupMethods, isInUse } from './payment-methods';
import { plannedAs, plannedPlanColumns, plannedPlans } from './planned-plans';
import { prepared } from './prepared';
import {
  billingProfiles,
  cancellations,
  offers,
  paymentMethods,
  people,
  plannedChanges,
  plans,
  publishers,
  subscriptions,
} from './schema';
import type { JobScope, OrgScope, PublisherScope } from './scope';

/** One bought app with what a page or a rule needs to know of it. */
export type Subscription = ReturnType<typeof asSubscription>;

/** The subscription if it is the scope's own, else undefined: another's answers like one that does not exist. */
export async function findSubscription(scope: OrgScope, id: string): Promise<Subscription | undefined> {
  return read((db) => findSubscriptionIn(db, scope, id));
}

/** All subscriptions of the scope's organization, by app name. */
export async function listSubscriptions(scope: OrgScope): Promise<Subscription[]> {
  return read((db) => selectSubscriptions(db, eq(subscriptions.organizationId, scope.organizationId)));
}

/** Those of the organization's subscriptions that are billed to a profile, by app name. */
export async function listSubscriptionsOfProfile(scope: OrgScope, billingProfileId: string): Promise<Subscription[]> {
  const own = eq(subscriptions.organizationId, scope.organizationId);
  return read((db) => selectSubscriptions(db, and(own, eq(subscriptions.billingProfileId, billingProfileId))));
}

/** One line of a list to choose from. */
export type SubscriptionChoice = Awaited<ReturnType<typeof listSubscriptionChoices>>[number];

/** The same subscriptions in the same order, with no more than a choice needs: the whole rows take much longer. */
export async function listSubscriptionChoices(scope: OrgScope) {
  return read((db) => choices(db).execute({ organizationId: scope.organizationId }));
}

const choices = prepared((db: Reader) =>
  db
    .select({
      id: subscriptions.id,
      state: subscriptions.state,
      disabledReason: subscriptions.disabledReason,
      billingProfileId: subscriptions.billingProfileId,
      offer: { id: offers.id, name: offers.name },
      plan: { name: plans.name, pricing: plans.pricing },
    })
    .from(subscriptions)
    .innerJoin(plans, eq(plans.id, subscriptions.planId))
    .innerJoin(offers, eq(offers.id, plans.offerId))
    .where(eq(subscriptions.organizationId, sql.placeholder('organizationId')))
    .orderBy(asc(offers.name), asc(subscriptions.purchasedAt))
    .prepare(),
);

/** What a subscription is billed to, if it is the scope's own. */
export async function findBillingProfileId(scope: OrgScope, id: string): Promise<string | undefined> {
  const [found] = await read((db) => payers(db).execute({ id, organizationId: scope.organizationId }));
  return found?.billingProfileId;
}

const isOwn = and(
  eq(subscriptions.id, sql.placeholder('id')),
  eq(subscriptions.organizationId, sql.placeholder('organizationId')),
);

const payers = prepared((db: Reader) =>
  db.select({ billingProfileId: subscriptions.billingProfileId }).from(subscriptions).where(isOwn).prepare(),
);

/** The id of the one that publishers know by this id, if it is the scope's own. */
export async function findIdOfFulfilment(scope: OrgScope, fulfilmentId: string): Promise<string | undefined> {
  const [found] = await read((db) =>
    db
      .select({ id: subscriptions.id })
      .from(subscriptions)
      .where(and(eq(subscriptions.fulfilmentId, fulfilmentId), eq(subscriptions.organizationId, scope.organizationId))),
  );
  return found?.id;
}

/** For a command inside its transaction. */
export async function findSubscriptionIn(db: Reader, scope: OrgScope, id: string): Promise<Subscription | undefined> {
  const [found] = await ownById(db).execute({ id, organizationId: scope.organizationId });
  return found && asSubscription(found);
}

const ownById = prepared((db: Reader) => querySubscriptions(db, isOwn).prepare());

/** For jobs, which see every organization, and for publishers, who see the subscriptions of their own apps. */
export async function findSubscriptionForJob(
  scope: JobScope | PublisherScope,
  id: string,
): Promise<Subscription | undefined> {
  const own = 'publisherId' in scope ? eq(publishers.id, scope.publisherId) : undefined;
  const [found] = await read((db) => selectSubscriptions(db, and(eq(subscriptions.id, id), own)));
  return found;
}

/** What was bought anew for a disabled subscription and is not disabled itself: one at most. */
const replacements = alias(subscriptions, 'replacements');
// Written out as in the index over it, which SQLite does not use where the state is a parameter.
const isNotDisabled = sql`${replacements.state} <> 'disabled'`;
const cancellers = alias(people, 'cancellers');

/** For the queries of this folder: every column that `asSubscription` needs. */
export function querySubscriptions(db: Reader, condition: ReturnType<typeof and>) {
  return db
    .select({
      subscription: subscriptions,
      plan: plans,
      offer: { id: offers.id, name: offers.name },
      publisher: publishers,
      profile: billingProfiles,
      paymentMethod: paymentMethods,
      backupMethod: backupMethods,
      planned: plannedChanges,
      plannedBy: people.name,
      plannedPlan: plannedPlanColumns,
      endsOn: cancellations.endsOn,
      cancelledBy: cancellers.name,
      replacedById: replacements.id,
    })
    .from(subscriptions)
    .innerJoin(plans, eq(plans.id, subscriptions.planId))
    .innerJoin(offers, eq(offers.id, plans.offerId))
    .innerJoin(publishers, eq(publishers.id, offers.publisherId))
    .innerJoin(billingProfiles, eq(billingProfiles.id, subscriptions.billingProfileId))
    .leftJoin(paymentMethods, isInUse(paymentMethods, billingProfiles.id, 'primary'))
    .leftJoin(backupMethods, isInUse(backupMethods, billingProfiles.id, 'backup'))
    .leftJoin(
      plannedChanges,
      and(
        eq(plannedChanges.subscriptionId, subscriptions.id),
        isNull(plannedChanges.removedAt),
        isNull(plannedChanges.appliedAt),
      ),
    )
    .leftJoin(people, eq(people.id, plannedChanges.personId))
    .leftJoin(plannedPlans, eq(plannedPlans.id, plannedChanges.planId))
    .leftJoin(
      cancellations,
      and(
        eq(cancellations.subscriptionId, subscriptions.id),
        isNull(cancellations.undoneAt),
        isNull(cancellations.supersededAt),
      ),
    )
    .leftJoin(cancellers, eq(cancellers.id, cancellations.personId))
    .leftJoin(replacements, and(eq(replacements.replacesId, subscriptions.id), isNotDisabled))
    .where(condition)
    .orderBy(asc(offers.name), asc(subscriptions.purchasedAt));
}

type Row = Awaited<ReturnType<typeof querySubscriptions>>[number];

export function asSubscription({ subscription, ...row }: Row) {
  return {
    ...subscription,
    ...row,
    currency: requireCurrency(subscription.currency),
    planned: plannedAs(row.planned, row.plannedPlan, row.plannedBy),
  };
}

async function selectSubscriptions(db: Reader, condition: ReturnType<typeof and>): Promise<Subscription[]> {
  return (await querySubscriptions(db, condition)).map(asSubscription);
}

/** The day that matters next: the renewal or end, or the last day to activate or to pay. */
export function nextDayOf(subscription: Subscription): Day | null {
  switch (subscription.state) {
    case 'pending_activation':
      return subscription.activateBy;
    case 'past_due':
    case 'past_due_ending':
      return subscription.payBy;
    case 'disabled':
      return null;
    default:
      return subscription.periodEnd;
  }
}
