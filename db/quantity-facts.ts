import { and, desc, eq, sql } from 'drizzle-orm';
import type { CreditableCharge } from '@/lib/domain/proration';
import type { NewestIncrease, PendingChange, SubscriptionFacts } from '@/lib/domain/subscription-facts';
import { requireVatRateBp } from '@/lib/domain/vat';
import { listChargedLines } from './charged-lines';
import { type Reader, read } from './client';
import { prepared } from './prepared';
import { findCreditLeft } from './profile-money';
import { billingLines, increases } from './schema';
import type { JobScope, OrgScope, PublisherScope } from './scope';
import { findSubscriptionForJob, findSubscriptionIn, type Subscription } from './subscriptions';

/** Everything a change of quantity is judged by; undefined when the subscription is not the scope's own. */
export async function findQuantityFacts(
  scope: OrgScope,
  id: string,
): Promise<{ subscription: Subscription; facts: SubscriptionFacts } | undefined> {
  return read((db) => findQuantityFactsIn(db, scope, id));
}

export async function findQuantityFactsIn(db: Reader, scope: OrgScope, id: string) {
  const subscription = await findSubscriptionIn(db, scope, id);
  return subscription && withFacts(db, subscription);
}

/** The same for jobs, which see every organization, and for the app's publisher. */
export async function findQuantityFactsForJob(scope: JobScope | PublisherScope, id: string) {
  const subscription = await findSubscriptionForJob(scope, id);
  return subscription && read((db) => withFacts(db, subscription));
}

/** The same for a subscription that a job has read already. */
export async function findQuantityFactsOf(_scope: JobScope, subscription: Subscription) {
  return read((db) => withFacts(db, subscription));
}

async function withFacts(db: Reader, subscription: Subscription) {
  const { id, periodStart, billingProfileId } = subscription;
  const periodCharges = periodStart === null ? [] : await listChargedLines(db, id, periodStart);
  const newestIncrease = await findNewestIncrease(db, subscription, periodCharges);
  const profileCreditMinor =
    subscription.profile.settlement === 'invoice' ? 0n : await findCreditLeft(db, billingProfileId);
  return { subscription, facts: factsOf(subscription, { periodCharges, newestIncrease, profileCreditMinor }) };
}

function factsOf(
  subscription: Subscription,
  loaded: Pick<SubscriptionFacts, 'periodCharges' | 'newestIncrease' | 'profileCreditMinor'>,
): SubscriptionFacts {
  const { plan, profile, planned } = subscription;
  return {
    pricing: plan.pricing,
    state: subscription.state,
    quantity: subscription.quantity,
    assignedQuantity: subscription.assignedQuantity,
    minQuantity: plan.minQuantity ?? 0,
    maxQuantity: plan.maxQuantity ?? 0,
    term: plan.term,
    renews: plan.renews,
    periodStart: subscription.periodStart,
    periodEnd: subscription.periodEnd,
    policyVersion: subscription.policyVersion,
    decreasePolicy: plan.decreasePolicy,
    unitAmountMinor: subscription.unitAmountMinor,
    currency: subscription.currency,
    vatCategory: 'S',
    vatRateBp: requireVatRateBp(profile.country),
    settlement: profile.settlement,
    pendingChange: planned ? pendingOf(planned) : undefined,
    ...loaded,
  };
}

/** What is planned for the renewal, as the rules take it. */
export function pendingOf({ id, quantity: to, plan }: NonNullable<Subscription['planned']>): PendingChange {
  return plan ? { id, to, plan } : { id, to, plan };
}

/** Undefined when the plan has been changed since: what is left is not worth what the increase cost. */
async function findNewestIncrease(
  db: Reader,
  { id, periodStart, planId, billingProfileId }: Subscription,
  periodCharges: readonly CreditableCharge[],
): Promise<NewestIncrease | undefined> {
  if (periodStart === null) return undefined;
  const [found] = await newestIncrease(db).execute({ id, periodStart });
  if (!found || (found.planId ?? planId) !== planId) return undefined;
  const { row } = found;
  // An increase too small to cost a minor unit has no line, so there is nothing to credit either.
  const line = periodCharges.find((charge) => charge.id === row.lineId) ?? {
    id: row.id,
    billingProfileId,
    bill: { id: row.id, vatRateBp: 0, creditedNetMinor: 0n },
    netMinor: 0n,
    creditedNetMinor: 0n,
  };
  return {
    ...line,
    from: row.fromQuantity,
    to: row.toQuantity,
    madeOn: row.madeOn,
    isTakenBack: row.takenBackAt !== null,
  };
}

const newestIncrease = prepared((db: Reader) =>
  db
    .select({ row: increases, planId: billingLines.planId })
    .from(increases)
    .leftJoin(billingLines, eq(billingLines.id, increases.lineId))
    .where(
      and(
        eq(increases.subscriptionId, sql.placeholder('id')),
        eq(increases.periodStart, sql.placeholder('periodStart')),
      ),
    )
    .orderBy(desc(increases.madeAt), desc(sql`${increases}.rowid`))
    .limit(1)
    .prepare(),
);
