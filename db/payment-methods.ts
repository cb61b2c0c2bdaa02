import { type AnyColumn, and, eq, inArray, isNotNull, isNull, notExists, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { PaymentRole } from '@/lib/domain/payment-methods';
import type { Transaction } from './client';
import { newId } from './ids';
import { recordOutboxEvent } from './outbox';
import { prepared } from './prepared';
import { charges, paymentMethods } from './schema';

/** `expiryMonth` is 'YYYY-MM'. */
export type PaymentMethodDraft =
  | {
      readonly kind: 'card';
      readonly token: string;
      readonly brand: string;
      readonly lastFour: string;
      readonly expiryMonth: string;
    }
  | { readonly kind: 'bank_transfer' };

/** The methods once more, for a query that reads a profile's backup beside its primary one. */
export const backupMethods = alias(paymentMethods, 'backup_methods');

type Columns = { readonly billingProfileId: AnyColumn; readonly role: AnyColumn; readonly replacedAt: AnyColumn };

/** The one method that a profile uses in a role: joins a profile to at most one row. */
export function isInUse(methods: Columns, billingProfileId: AnyColumn | string, role: PaymentRole): SQL | undefined {
  return and(eq(methods.billingProfileId, billingProfileId), eq(methods.role, role), isNull(methods.replacedAt));
}

/**
 * Takes what is in use in a role out of use, and puts the other in its place, if there is one. The old one stays on
 * record; its token goes as soon as no charge needs it.
 */
export async function switchMethod(
  tx: Transaction,
  billingProfileId: string,
  role: PaymentRole,
  replacement: PaymentMethodDraft | undefined,
  now: number,
): Promise<void> {
  await tx
    .update(paymentMethods)
    .set({ replacedAt: now })
    .where(isInUse(paymentMethods, billingProfileId, role));
  if (replacement) {
    await tx.insert(paymentMethods).values({ ...replacement, id: newId(), billingProfileId, role, createdAt: now });
  }
  await forgetReplacedCards(tx, eq(paymentMethods.billingProfileId, billingProfileId), now);
}

/** Blanks the tokens of replaced cards of which no charge is under way; the provider is told to forget them, too. */
async function forgetReplacedCards(tx: Transaction, which: SQL, now: number): Promise<void> {
  await forget(tx, await queryReplaced(tx, which), now);
}

/** The same of the card that a charge was asked of. */
export async function forgetReplacedCardOf(tx: Transaction, chargeId: string, now: number): Promise<void> {
  await forget(tx, await replacedOfCharge(tx).execute({ chargeId }), now);
}

const replacedOfCharge = prepared((tx: Transaction) => {
  const charged = tx
    .select({ id: charges.paymentMethodId })
    .from(charges)
    .where(eq(charges.id, sql.placeholder('chargeId')));
  return queryReplaced(tx, inArray(paymentMethods.id, charged)).prepare();
});

function queryReplaced(tx: Transaction, which: SQL) {
  const asked = alias(charges, 'asked');
  const underWay = tx
    .select({ id: asked.id })
    .from(asked)
    .where(and(eq(asked.paymentMethodId, paymentMethods.id), eq(asked.outcome, 'asked')));
  return tx
    .select({ id: paymentMethods.id, token: paymentMethods.token })
    .from(paymentMethods)
    .where(and(which, isNotNull(paymentMethods.replacedAt), isNotNull(paymentMethods.token), notExists(underWay)));
}

type Replaced = { readonly id: string; readonly token: string | null };

async function forget(tx: Transaction, forgotten: readonly Replaced[], now: number): Promise<void> {
  for (const { id, token } of forgotten) {
    if (token === null) continue;
    await tx.update(paymentMethods).set({ token: null }).where(eq(paymentMethods.id, id));
    await recordOutboxEvent(tx, newId(), { kind: 'card_detach', payload: { token } }, now);
  }
}
