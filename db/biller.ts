import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { requireCurrency } from '@/lib/domain/money';
import { listStandings } from './balances';
import { read } from './client';
import { billingProfiles, documents, organizations, paymentAllocations, payments } from './schema';
import type { StaffScope } from './scope';

const allocatedTo = sql<bigint>`coalesce((
  select sum(a.amount_minor) from payment_allocations a where a.document_id = ${documents.id}), 0)`;
const allocatedOf = sql<bigint>`coalesce((
  select sum(a.amount_minor) from payment_allocations a where a.payment_id = ${payments.id}), 0)`;

/** Invoices of every organization with something left to pay, by organization, the oldest due first. */
export async function listOpenInvoicesOfAll(_scope: StaffScope) {
  return read(async (db) => {
    const standings = await listStandings(db, gt(documents.totalMinor, allocatedTo));
    const payers = await db
      .select({
        id: billingProfiles.id,
        name: billingProfiles.name,
        timeZone: billingProfiles.timeZone,
        organization: { id: organizations.id, name: organizations.name },
      })
      .from(billingProfiles)
      .innerJoin(organizations, eq(organizations.id, billingProfiles.organizationId));
    const byId = new Map(payers.map((payer) => [payer.id, payer]));
    return standings.flatMap((invoice) => {
      const payer = byId.get(invoice.billingProfileId);
      return payer ? [{ ...invoice, payer }] : [];
    });
  });
}

export type InvoiceOfAll = Awaited<ReturnType<typeof listOpenInvoicesOfAll>>[number];

/** Transfers of which something pays no invoice: it is to the credit of a profile. The newest first. */
export async function listUnmatchedTransfers(_scope: StaffScope) {
  const rows = await read((db) =>
    db
      .select({
        payment: payments,
        allocatedMinor: allocatedOf.mapWith(BigInt),
        profile: billingProfiles.name,
        organization: organizations.name,
      })
      .from(payments)
      .innerJoin(billingProfiles, eq(billingProfiles.id, payments.billingProfileId))
      .innerJoin(organizations, eq(organizations.id, billingProfiles.organizationId))
      .where(and(eq(payments.kind, 'bank_transfer'), gt(payments.amountMinor, allocatedOf)))
      .orderBy(desc(payments.receivedOn), desc(payments.createdAt))
      .limit(100),
  );
  return rows.map(({ payment, allocatedMinor, profile, organization }) => ({
    id: payment.id,
    receivedOn: payment.receivedOn,
    reference: payment.reference,
    amountMinor: payment.amountMinor,
    leftMinor: payment.amountMinor - allocatedMinor,
    currency: requireCurrency(payment.currency),
    profile,
    organization,
  }));
}

/** A transfer that this person has booked, with what it paid; undefined for any other id. */
export async function findBookedTransfer(scope: StaffScope, id: string) {
  return read(async (db) => {
    const [payment] = await db
      .select()
      .from(payments)
      .where(and(eq(payments.id, id), eq(payments.personId, scope.personId)));
    if (!payment) return undefined;
    const paid = await db
      .select({ number: documents.number, amountMinor: paymentAllocations.amountMinor })
      .from(paymentAllocations)
      .innerJoin(documents, eq(documents.id, paymentAllocations.documentId))
      .where(eq(paymentAllocations.paymentId, id))
      .orderBy(asc(documents.dueOn), asc(documents.number));
    const used = paid.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    const { amountMinor, currency } = payment;
    return { amountMinor, currency: requireCurrency(currency), paid, leftMinor: amountMinor - used };
  });
}
