import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { CreditableCharge } from '@/lib/domain/proration';
import type { NewestIncrease, SubscriptionFacts } from '@/lib/domain/subscription-facts';
import { standardVatRateBp } from '@/lib/domain/vat';
import { listChargedLines, listChargedLinesOf } from './charged-lines';
import { type Reader, read } from './client';
import { amongIds, prepared } from './prepared';
import { increases, subscriptions } from './schema';
import type { JobScope, OrgScope, PublisherScope } from './scope';
import {
  findSubscriptionForJob,
  findSubscriptionIn,
  listSubscriptionsForJob,
  type Subscription,
} from './subscriptions';

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

/** The same of many at once, for a job that goes through a page of them; what is not there is left out. */
export async function listQuantityFactsForJob(scope: JobScope, ids: readonly string[]) {
  const found = await listSubscriptionsForJob(scope, ids);
  return read(async (db) => {
    const asked = { ids: JSON.stringify(ids) };
    const charges = await listChargedLinesOf(db, ids);
    const increased = await newestOfMany(db).execute(asked);
    return found.map((subscription) => {
      const periodCharges = charges.get(subscription.id) ?? [];
      const row = increased.find(({ subscriptionId }) => subscriptionId === subscription.id);
      return { subscription, facts: factsOf(subscription, periodCharges, row && increaseOf(row, periodCharges)) };
    });
  });
}

async function withFacts(db: Reader, subscription: Subscription) {
  const { id, periodStart } = subscription;
  if (periodStart === null) return { subscription, facts: factsOf(subscription, [], undefined) };
  const periodCharges = await listChargedLines(db, id, periodStart);
  const [row] = await newestOfPeriod(db).execute({ id, periodStart });
  return { subscription, facts: factsOf(subscription, periodCharges, row && increaseOf(row, periodCharges)) };
}

function factsOf(
  subscription: Subscription,
  periodCharges: readonly CreditableCharge[],
  newestIncrease: NewestIncrease | undefined,
): SubscriptionFacts {
  const { plan, profile, planned } = subscription;
  const rate = standardVatRateBp(profile.country);
  if (!rate.ok) throw new Error(`No VAT rate for ${profile.country}`);
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
    vatRateBp: rate.value,
    settlement: profile.settlement,
    pendingChange: planned ? { id: planned.id, to: planned.quantity } : undefined,
    newestIncrease,
    periodCharges,
  };
}

function increaseOf(row: typeof increases.$inferSelect, periodCharges: readonly CreditableCharge[]): NewestIncrease {
  // An increase too small to cost a minor unit has no line, so there is nothing to credit either.
  const line = periodCharges.find((charge) => charge.id === row.lineId) ?? {
    id: row.id,
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

const newestOfPeriod = prepared((db: Reader) =>
  db
    .select()
    .from(increases)
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

const newestOfMany = prepared((db: Reader) =>
  db
    .select(getTableColumns(increases))
    .from(increases)
    .innerJoin(
      subscriptions,
      and(eq(subscriptions.id, increases.subscriptionId), eq(subscriptions.periodStart, increases.periodStart)),
    )
    .where(inArray(increases.subscriptionId, amongIds))
    .orderBy(desc(increases.madeAt), desc(sql`${increases}.rowid`))
    .prepare(),
);
