import { and, asc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from './client';
import { findShortInvoices } from './profile-money';
import { billingProfiles, charges, documents, paymentAllocations, paymentMethods, payments } from './schema';

/** What one payment has paid of one invoice. */
export type PaymentOfInvoice = {
  readonly invoiceId: string;
  readonly kind: 'card' | 'bank_transfer' | 'credit';
  readonly amountMinor: bigint;
  readonly paidAt: number;
  /** When the payer's bank took it back; then it pays nothing. */
  readonly takenBackAt: number | null;
  readonly card: { readonly brand: string; readonly lastFour: string } | null;
};

/**
 * Of invoices that fit a condition on `documents` and `billingProfiles`, oldest first; without what was given back, or
 * was credit whose own money was.
 */
export async function listPaymentsOf(db: Reader, isAskedFor: SQL | undefined): Promise<PaymentOfInvoice[]> {
  const rows = await db
    .select({
      invoiceId: paymentAllocations.documentId,
      billingProfileId: payments.billingProfileId,
      kind: payments.kind,
      amountMinor: paymentAllocations.amountMinor,
      paidAt: payments.createdAt,
      takenBackAt: sql<number | null>`iif(${charges.outcome} = 'disputed', ${charges.answeredAt}, null)`,
      brand: paymentMethods.brand,
      lastFour: paymentMethods.lastFour,
    })
    .from(paymentAllocations)
    .innerJoin(payments, eq(payments.id, paymentAllocations.paymentId))
    .innerJoin(documents, eq(documents.id, paymentAllocations.documentId))
    .innerJoin(billingProfiles, eq(billingProfiles.id, documents.billingProfileId))
    .leftJoin(charges, eq(charges.id, payments.chargeId))
    .leftJoin(paymentMethods, eq(paymentMethods.id, charges.paymentMethodId))
    .where(and(isAskedFor, or(ne(payments.kind, 'card'), inArray(charges.outcome, ['succeeded', 'disputed']))))
    .orderBy(asc(payments.createdAt), asc(payments.id));
  const short = await findShort(db, rows);
  return rows.flatMap(({ brand, lastFour, billingProfileId: _, ...row }) => {
    const stillPaid = row.kind === 'credit' ? short.get(row.invoiceId) : undefined;
    const amountMinor = stillPaid ?? row.amountMinor;
    return amountMinor > 0n ? [{ ...row, amountMinor, card: brand && lastFour ? { brand, lastFour } : null }] : [];
  });
}

/** Of the invoices that credit was put to, those that are short of it since, with what it still pays of each. */
async function findShort(
  db: Reader,
  rows: readonly { readonly kind: PaymentOfInvoice['kind']; readonly billingProfileId: string }[],
) {
  const payers = rows.filter(({ kind }) => kind === 'credit').map(({ billingProfileId }) => billingProfileId);
  const short = new Map<string, bigint>();
  for (const id of new Set(payers)) {
    for (const [invoiceId, paidMinor] of await findShortInvoices(db, id)) short.set(invoiceId, paidMinor);
  }
  return short;
}
