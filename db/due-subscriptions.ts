import { type AnyColumn, and, asc, lt, lte, sql } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import { type Reader, read } from './client';
import { prepared } from './prepared';
import { hasPeriodToEnd, isWaiting, subscriptions } from './schema';
import type { JobScope } from './scope';

/** What is over for a subscription, and since which day; as a place in the list, what stands before it is left out. */
export type DueSubscription = { readonly id: string; readonly over: 'period' | 'deadline'; readonly on: Day };

type DueAsked = { readonly today: Day; readonly after: DueSubscription | undefined; readonly limit: number };

/** Subscriptions whose last day to activate is over on this day, then those whose period is, a page at a time. */
export async function listDueSubscriptions(_scope: JobScope, { today, after, limit }: DueAsked) {
  const from = (over: DueSubscription['over']) => (after?.over === over ? after : { on: '', id: '' });
  return read(async (db): Promise<DueSubscription[]> => {
    const late = after?.over === 'period' ? [] : await lateOnes(db).execute({ today, limit, ...from('deadline') });
    const ended = await endedOnes(db).execute({ today, limit: limit - late.length, ...from('period') });
    return [
      ...late.map(({ id, on }) => ({ id, over: 'deadline' as const, on: on ?? '' })),
      ...ended.map(({ id, on }) => ({ id, over: 'period' as const, on: on ?? '' })),
    ];
  });
}

const place = (day: AnyColumn) =>
  sql`(${day}, ${subscriptions.id}) > (${sql.placeholder('on')}, ${sql.placeholder('id')})`;

const lateOnes = prepared((db: Reader) =>
  db
    .select({ id: subscriptions.id, on: subscriptions.activateBy })
    .from(subscriptions)
    .where(
      and(
        isWaiting(subscriptions.state),
        lt(subscriptions.activateBy, sql.placeholder('today')),
        place(subscriptions.activateBy),
      ),
    )
    .orderBy(asc(subscriptions.activateBy), asc(subscriptions.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const endedOnes = prepared((db: Reader) =>
  db
    .select({ id: subscriptions.id, on: subscriptions.periodEnd })
    .from(subscriptions)
    .where(
      and(
        hasPeriodToEnd(subscriptions.state),
        lte(subscriptions.periodEnd, sql.placeholder('today')),
        place(subscriptions.periodEnd),
      ),
    )
    .orderBy(asc(subscriptions.periodEnd), asc(subscriptions.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
);
