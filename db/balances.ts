import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import { amountDueOf, type InvoiceBalance } from '@/lib/domain/invoices';
import { type Currency, requireCurrency } from '@/lib/domain/money';
import type { Reader } from './client';
import { type CreditOfInvoice, listCreditsOf } from './credits';
import { listPaymentsOf, type PaymentOfInvoice } from './invoice-payments';
import { billingLines, billingProfiles, documents } from './schema';

/** An invoice with what has been paid and credited of it: computed, never stored. */
export type InvoiceStanding = InvoiceBalance & {
  readonly id: string;
  readonly number: string;
  readonly billingProfileId: string;
  readonly organizationId: string;
  readonly currency: Currency;
  readonly issuedOn: Day;
  readonly dueOn: Day;
};

/** Invoices that fit a condition on `documents` and `billingProfiles`, the oldest due first. */
export async function listStandings(db: Reader, isAskedFor: SQL | undefined): Promise<InvoiceStanding[]> {
  const rows = await db
    .select({ document: documents, organizationId: billingProfiles.organizationId })
    .from(documents)
    .innerJoin(billingProfiles, eq(billingProfiles.id, documents.billingProfileId))
    .where(and(eq(documents.kind, 'invoice'), isAskedFor))
    .orderBy(asc(documents.dueOn), asc(documents.number));
  const credits = await listCreditsOf(db, isAskedFor);
  const payments = await listPaymentsOf(db, isAskedFor);
  return rows.flatMap(({ document, organizationId }) => {
    const { id, number, billingProfileId, issuedOn, dueOn, totalMinor } = document;
    if (dueOn === null) return [];
    const currency = requireCurrency(document.currency);
    const about = { id, number, billingProfileId, organizationId, currency, issuedOn, dueOn };
    return [{ ...about, totalMinor, ...settledOf(id, payments, credits) }];
  });
}

/** What is paid and credited of one invoice. */
export function settledOf(
  invoiceId: string,
  payments: readonly PaymentOfInvoice[],
  credits: readonly CreditOfInvoice[],
): Pick<InvoiceBalance, 'paidMinor' | 'creditedMinor'> {
  const sumOf = (parts: readonly { invoiceId: string; amountMinor: bigint }[]) =>
    parts.filter((part) => part.invoiceId === invoiceId).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const kept = payments.filter(({ takenBackAt }) => takenBackAt === null);
  return { paidMinor: sumOf(kept), creditedMinor: sumOf(credits) };
}

/** Those of them that something is still to pay of. */
export async function listOpen(db: Reader, isAskedFor: SQL | undefined): Promise<InvoiceStanding[]> {
  const standings = await listStandings(db, isAskedFor);
  return standings.filter((standing) => amountDueOf(standing) > 0n);
}

/** Open invoices on which something of a subscription stands, the oldest due first. */
export async function listOpenOfSubscription(db: Reader, subscriptionId: string): Promise<InvoiceStanding[]> {
  const billed = db
    .select({ id: billingLines.documentId })
    .from(billingLines)
    .where(eq(billingLines.subscriptionId, subscriptionId));
  return listOpen(db, inArray(documents.id, billed));
}
