import { and, asc, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from './client';
import {
  billingProfiles,
  charges,
  documents,
  outboxEvents,
  paymentAllocations,
  paymentMethods,
  payments,
} from './schema';

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

/** Of invoices that fit a condition on `documents` and `billingProfiles`, oldest first; without what was given back. */
export async function listPaymentsOf(db: Reader, isAskedFor: SQL | undefined): Promise<PaymentOfInvoice[]> {
  const rows = await db
    .select({
      invoiceId: paymentAllocations.documentId,
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
  return rows.map(({ brand, lastFour, ...row }) => ({ ...row, card: brand && lastFour ? { brand, lastFour } : null }));
}

/** Invoices of a profile whose money is on its way back to the card: nobody's credit. */
export async function listInvoicesBeingRefunded(db: Reader, billingProfileId: string): Promise<string[]> {
  const isOfCharge = eq(sql`json_extract(${outboxEvents.payload}, '$.chargeId')`, payments.chargeId);
  const rows = await db
    .select({ id: paymentAllocations.documentId })
    .from(payments)
    .innerJoin(paymentAllocations, eq(paymentAllocations.paymentId, payments.id))
    .innerJoin(outboxEvents, and(eq(outboxEvents.kind, 'card_refund'), isNull(outboxEvents.deliveredAt), isOfCharge))
    .where(eq(payments.billingProfileId, billingProfileId));
  return rows.map(({ id }) => id);
}
