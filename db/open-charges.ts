import { and, asc, eq, isNotNull, isNull, like, lte, notLike, or, sql } from 'drizzle-orm';
import { read } from './client';
import { charges, paymentMethods, payments, subscriptions } from './schema';
import type { JobScope } from './scope';

/** Charges that were asked for before a moment and never answered. */
export async function listOpenCharges(_scope: JobScope, before: number): Promise<string[]> {
  const rows = await read((db) =>
    db
      .select({ id: charges.id })
      .from(charges)
      .where(and(eq(charges.outcome, 'asked'), lte(charges.askedAt, before)))
      .orderBy(asc(charges.askedAt)),
  );
  return rows.map(({ id }) => id);
}

/**
 * Charges that took money before a moment which has paid nothing. A period's charge is left out while its renewal can
 * still find it: until the subscription has a newer version, which is charged under another key.
 */
export async function listUnusedCharges(_scope: JobScope, before: number) {
  const key = charges.idempotencyKey;
  const isReviewed = or(notLike(key, '%:%'), and(like(key, '%:backup'), notLike(key, '%:%:%')));
  const isOutrun = sql`${key} glob ${subscriptions.id} || ':*:v[0-9]*'
    and ${key} || ':' not glob ${subscriptions.id} || ':*:v' || ${subscriptions.version} || ':*'`;
  return read((db) =>
    db
      .select({
        id: charges.id,
        documentId: charges.documentId,
        amountMinor: charges.amountMinor,
        brand: paymentMethods.brand,
        lastFour: paymentMethods.lastFour,
      })
      .from(charges)
      .innerJoin(paymentMethods, eq(paymentMethods.id, charges.paymentMethodId))
      .innerJoin(subscriptions, eq(subscriptions.id, charges.subscriptionId))
      .leftJoin(payments, eq(payments.chargeId, charges.id))
      .where(
        and(
          eq(charges.outcome, 'succeeded'),
          lte(charges.askedAt, before),
          isNull(payments.id),
          or(isNotNull(charges.documentId), isReviewed, isOutrun),
        ),
      )
      .orderBy(asc(charges.askedAt)),
  );
}
