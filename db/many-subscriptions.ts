import { inArray, sql } from 'drizzle-orm';
import { type Reader, read } from './client';
import { prepared } from './prepared';
import { subscriptions } from './schema';
import type { JobScope } from './scope';
import { asSubscription, querySubscriptions, type Subscription } from './subscriptions';

/** Several subscriptions for a job, in no order; what is not there is left out. */
export async function listSubscriptionsForJob(_scope: JobScope, ids: readonly string[]): Promise<Subscription[]> {
  return (await read((db) => byIds(db).execute({ ids: JSON.stringify(ids) }))).map(asSubscription);
}

const byIds = prepared((db: Reader) =>
  querySubscriptions(
    db,
    inArray(subscriptions.id, sql`(select value from json_each(${sql.placeholder('ids')}))`),
  ).prepare(),
);
