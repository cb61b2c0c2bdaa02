import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import type { DocumentKind, DocumentSnapshot } from '@/lib/domain/document-snapshot';
import type { InvoiceBalance } from '@/lib/domain/invoices';
import { type Currency, requireCurrency } from '@/lib/domain/money';
import { settledOf } from './balances';
import { type Reader, read } from './client';
import { type CreditOfInvoice, listCreditsOf } from './credits';
import { parseSnapshot } from './document-snapshot';
import { listPaymentsOf, type PaymentOfInvoice } from './invoice-payments';
import { billingLines, billingProfiles, documents, offers, plans, subscriptions } from './schema';
import type { OrgScope } from './scope';

/** An invoice or a credit note in a list. What is paid and credited is computed, never stored. */
export type DocumentSummary = InvoiceBalance & {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly billingProfileId: string;
  readonly issuedOn: Day;
  /** Null on a credit note. */
  readonly dueOn: Day | null;
  readonly currency: Currency;
};

export type Invoice = DocumentSummary & {
  readonly snapshot: DocumentSnapshot;
  readonly snapshotHash: string;
  readonly timeZone: string;
  /** Oldest first. */
  readonly payments: readonly PaymentOfInvoice[];
  /** Oldest first. */
  readonly credits: readonly CreditOfInvoice[];
};

/** Documents of those of the profiles that are the organization's own, newest first. */
export async function listDocuments(scope: OrgScope, billingProfileIds: readonly string[]): Promise<DocumentSummary[]> {
  return read(async (db) => {
    const isOfProfiles = inArray(documents.billingProfileId, [...billingProfileIds]);
    const rows = await selectDocuments(db, and(isOwn(scope), isOfProfiles));
    const asked = and(isOwn(scope), isOfProfiles);
    const credits = await listCreditsOf(db, asked);
    const paid = await listPaymentsOf(db, asked);
    return rows.map((row) => ({ ...summaryOf(row), ...settledOf(row.id, paid, credits) }));
  });
}

/** One document if it is the organization's own, else undefined. */
export async function findInvoice(scope: OrgScope, id: string): Promise<Invoice | undefined> {
  return read(async (db) => {
    const [row] = await selectDocuments(db, and(isOwn(scope), eq(documents.id, id)));
    if (!row) return undefined;
    const [frozen] = await db
      .select({ snapshot: documents.snapshot, snapshotHash: documents.snapshotHash })
      .from(documents)
      .where(and(eq(documents.id, id), eq(documents.billingProfileId, row.billingProfileId)));
    if (!frozen) return undefined;
    const asked = and(isOwn(scope), eq(documents.id, id));
    const credits = await listCreditsOf(db, asked);
    const payments = await listPaymentsOf(db, asked);
    return {
      ...summaryOf(row),
      ...settledOf(id, payments, credits),
      snapshot: parseSnapshot(frozen.snapshot),
      snapshotHash: frozen.snapshotHash,
      timeZone: row.timeZone,
      payments,
      credits,
    };
  });
}

/** What a period or an increase is worth that stands on no document yet. */
export type WaitingLine = Awaited<ReturnType<typeof listWaitingLines>>[number];

/** Lines of a profile of the organization that wait for its next invoice, oldest first. */
export async function listWaitingLines(scope: OrgScope, billingProfileId: string) {
  return read((db) =>
    db
      .select({
        id: billingLines.id,
        kind: billingLines.kind,
        subscriptionId: billingLines.subscriptionId,
        appName: offers.name,
        planName: plans.name,
        fromQuantity: billingLines.fromQuantity,
        toQuantity: billingLines.toQuantity,
        servedFrom: billingLines.servedFrom,
        servedUntil: billingLines.servedUntil,
        netMinor: billingLines.netMinor,
        vatRateBp: billingLines.vatBasisPoints,
      })
      .from(billingLines)
      .innerJoin(billingProfiles, eq(billingProfiles.id, billingLines.billingProfileId))
      .innerJoin(subscriptions, eq(subscriptions.id, billingLines.subscriptionId))
      .innerJoin(plans, eq(plans.id, subscriptions.planId))
      .innerJoin(offers, eq(offers.id, plans.offerId))
      .where(and(isOwn(scope), eq(billingLines.billingProfileId, billingProfileId), isNull(billingLines.documentId)))
      .orderBy(asc(billingLines.servedFrom), asc(sql`${billingLines}.rowid`)),
  );
}

function isOwn({ organizationId }: OrgScope) {
  return eq(billingProfiles.organizationId, organizationId);
}

type Row = Awaited<ReturnType<typeof selectDocuments>>[number];

function selectDocuments(db: Reader, condition: ReturnType<typeof and>) {
  return db
    .select({
      id: documents.id,
      kind: documents.kind,
      number: documents.number,
      billingProfileId: documents.billingProfileId,
      issuedOn: documents.issuedOn,
      dueOn: documents.dueOn,
      currency: documents.currency,
      totalMinor: documents.totalMinor,
      timeZone: billingProfiles.timeZone,
    })
    .from(documents)
    .innerJoin(billingProfiles, eq(billingProfiles.id, documents.billingProfileId))
    .where(condition)
    .orderBy(desc(documents.issuedAt), desc(documents.number));
}

function summaryOf(row: Row): Omit<DocumentSummary, 'paidMinor' | 'creditedMinor'> {
  const { id, kind, number, billingProfileId, issuedOn, dueOn, totalMinor, currency } = row;
  return { id, kind, number, billingProfileId, issuedOn, dueOn, totalMinor, currency: requireCurrency(currency) };
}
