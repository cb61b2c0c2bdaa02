import { and, eq, inArray } from 'drizzle-orm';
import { read } from './client';
import { subscriptions } from './schema';
import type { OrgScope } from './scope';

/** What those of the subscriptions that are the organization's own cost for a whole period, by id, in minor units. */
export async function listPrices(scope: OrgScope, subscriptionIds: readonly string[]): Promise<Map<string, bigint>> {
  const rows = await read((db) =>
    db
      .select({ id: subscriptions.id, unitAmountMinor: subscriptions.unitAmountMinor })
      .from(subscriptions)
      .where(
        and(inArray(subscriptions.id, [...subscriptionIds]), eq(subscriptions.organizationId, scope.organizationId)),
      ),
  );
  return new Map(rows.map(({ id, unitAmountMinor }) => [id, unitAmountMinor]));
}
