import { and, asc, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { type Day, dayIn } from '@/lib/domain/days';
import type { Dunning } from '@/lib/domain/dunning';
import { requirePolicy } from '@/lib/domain/policies';
import { listOpenOfSubscription } from './balances';
import { read } from './client';
import { type Debt, findDebtIn } from './debts';
import { charges, subscriptions } from './schema';
import type { JobScope, OrgScope } from './scope';

const UNPAID = ['declined', 'asked', 'needs_action'] as const;

/** Whatever came of a card since: once its bank took money back, that is what counts. */
const isDisputed = eq(charges.outcome, 'disputed');

/** An open invoice of an app whose payment failed, with what the next attempt depends on. */
export type FailedPayment = { readonly debt: Debt; readonly dunning: Dunning };

/** Apps that are past due and not canceled, the oldest deadline first; of one profile, if it is given. */
export async function listPastDue(_scope: JobScope, billingProfileId?: string): Promise<string[]> {
  const rows = await read((db) =>
    db
      .select({ id: subscriptions.id })
      .from(subscriptions)
      .where(
        and(
          eq(subscriptions.state, 'past_due'),
          billingProfileId === undefined ? undefined : eq(subscriptions.billingProfileId, billingProfileId),
        ),
      )
      .orderBy(asc(subscriptions.payBy), asc(subscriptions.id)),
  );
  return rows.map(({ id }) => id);
}

/** The open invoices of an app that a card is to pay, the oldest due first. */
export async function listFailedPayments(
  scope: OrgScope | JobScope,
  subscriptionId: string,
  now: number,
): Promise<FailedPayment[]> {
  return read(async (db) => {
    const own = 'organizationId' in scope ? eq(subscriptions.organizationId, scope.organizationId) : undefined;
    const [subscription] = await db
      .select()
      .from(subscriptions)
      .where(and(eq(subscriptions.id, subscriptionId), own));
    if (!subscription) return [];
    const failed: FailedPayment[] = [];
    for (const { id, issuedOn } of await listOpenOfSubscription(db, subscriptionId)) {
      const debt = await findDebtIn(db, scope, id);
      const method = debt?.payer.paymentMethod;
      if (debt?.profile.settlement !== 'card' || !method) continue;
      const [last] = await db
        .select({
          at: charges.askedAt,
          declineCode: sql<string | null>`iif(${isDisputed}, 'disputed', ${charges.declineCode})`,
        })
        .from(charges)
        .where(
          and(
            eq(charges.paymentMethodId, method.id),
            or(isDisputed, and(eq(charges.subscriptionId, subscriptionId), inArray(charges.outcome, UNPAID))),
          ),
        )
        .orderBy(desc(isDisputed), desc(charges.askedAt))
        .limit(1);
      const { timeZone } = debt.profile;
      const dunning = {
        state: subscription.state,
        failedOn: issuedOn,
        today: dayIn(timeZone, now),
        last: last && { on: dayIn(timeZone, last.at), declineCode: last.declineCode },
        methodId: method.id,
        policy: requirePolicy(subscription.policyVersion),
      };
      failed.push({ debt, dunning });
    }
    return failed;
  });
}

/** Apps whose last day to pay is over on this day anywhere on earth. */
export async function listUnpaid(_scope: JobScope, today: Day): Promise<string[]> {
  const rows = await read((db) =>
    db
      .select({ id: subscriptions.id })
      .from(subscriptions)
      .where(and(inArray(subscriptions.state, ['past_due', 'past_due_ending']), lt(subscriptions.payBy, today)))
      .orderBy(asc(subscriptions.payBy), asc(subscriptions.id)),
  );
  return rows.map(({ id }) => id);
}
