import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import type { CreditableCharge } from '@/lib/domain/proration';
import type { Reader } from './client';
import { prepared } from './prepared';
import { billingLines } from './schema';

/**
 * Charged lines of a subscription that the caller's scope has found, oldest first, with what has been credited of
 * each; only those that serve days from `from` on, if it is given.
 */
export async function listChargedLines(
  db: Reader,
  subscriptionId: string,
  from: Day = '',
): Promise<CreditableCharge[]> {
  const rows = await linesFrom(db).execute({ subscriptionId, from });
  const creditedOf = (lineId: string) =>
    rows.filter((row) => row.creditsLineId === lineId).reduce((sum, row) => sum + row.netMinor, 0n);
  return rows
    .filter((row) => row.creditsLineId === null)
    .map(({ creditsLineId: _, ...row }) => ({ ...row, creditedNetMinor: creditedOf(row.id) }));
}

const linesFrom = prepared((db: Reader) =>
  db
    .select({
      id: billingLines.id,
      billingProfileId: billingLines.billingProfileId,
      netMinor: billingLines.netMinor,
      creditsLineId: billingLines.creditsLineId,
    })
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
