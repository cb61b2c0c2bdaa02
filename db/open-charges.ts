import { and, asc, eq, isNotNull, isNull, like, lte, notLike, or } from 'drizzle-orm';
import { read } from './client';
import { charges, paymentMethods, payments } from './schema';
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

/** Charges that took money before a moment which has paid nothing, a period's left out: its renewal finds it. */
export async function listUnusedCharges(_scope: JobScope, before: number) {
  const key = charges.idempotencyKey;
  const isReviewed = or(notLike(key, '%:%'), and(like(key, '%:backup'), notLike(key, '%:%:%')));
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
      .leftJoin(payments, eq(payments.chargeId, charges.id))
      .where(
        and(
          eq(charges.outcome, 'succeeded'),
          lte(charges.askedAt, before),
          isNull(payments.id),
          or(isNotNull(charges.documentId), isReviewed),
        ),
      )
      .orderBy(asc(charges.askedAt)),
  );
}
