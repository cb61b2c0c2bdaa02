import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import type { CreditableCharge } from '@/lib/domain/proration';
import type { Reader } from './client';
import { amongIds, prepared } from './prepared';
import { billingLines, subscriptions } from './schema';

/**
 * Charged lines of a subscription that the caller's scope has found, oldest first, with what has been credited of
 * each; only those that serve days from `from` on, if it is given.
 */
export async function listChargedLines(db: Reader, subscriptionId: string, from?: Day): Promise<CreditableCharge[]> {
  const rows = await linesSince(db).execute({ subscriptionId, from: from ?? '' });
  return chargedOf(rows);
}

/** The same of the running period of several, by subscription. */
export async function listChargedLinesOf(db: Reader, ids: readonly string[]) {
  const bySubscription = new Map<string, Line[]>();
  for (const row of await linesOfMany(db).execute({ ids: JSON.stringify(ids) })) {
    bySubscription.set(row.subscriptionId, [...(bySubscription.get(row.subscriptionId) ?? []), row]);
  }
  return new Map([...bySubscription].map(([id, rows]) => [id, chargedOf(rows)]));
}

type Line = Pick<typeof billingLines.$inferSelect, 'id' | 'netMinor' | 'creditsLineId'>;

function chargedOf(rows: readonly Line[]): CreditableCharge[] {
  const creditedOf = (lineId: string) =>
    rows.filter((row) => row.creditsLineId === lineId).reduce((sum, row) => sum + row.netMinor, 0n);
  return rows
    .filter((row) => row.creditsLineId === null)
    .map((row) => ({ id: row.id, netMinor: row.netMinor, creditedNetMinor: creditedOf(row.id) }));
}

const linesOfMany = prepared((db: Reader) =>
  db
    .select({
      id: billingLines.id,
      subscriptionId: billingLines.subscriptionId,
      netMinor: billingLines.netMinor,
      creditsLineId: billingLines.creditsLineId,
    })
    .from(billingLines)
    .innerJoin(
      subscriptions,
      and(eq(subscriptions.id, billingLines.subscriptionId), gte(billingLines.servedFrom, subscriptions.periodStart)),
    )
    .where(inArray(billingLines.subscriptionId, amongIds))
    .orderBy(asc(billingLines.createdAt), asc(sql`${billingLines}.rowid`))
    .prepare(),
);

const linesSince = prepared((db: Reader) =>
  db
    .select({ id: billingLines.id, netMinor: billingLines.netMinor, creditsLineId: billingLines.creditsLineId })
    .from(billingLines)
    .where(
      and(
        eq(billingLines.subscriptionId, sql.placeholder('subscriptionId')),
        gte(billingLines.servedFrom, sql.placeholder('from')),
      ),
    )
    .orderBy(asc(billingLines.createdAt), asc(sql`${billingLines}.rowid`))
    .prepare(),
);
