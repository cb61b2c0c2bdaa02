import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import type { DocumentKind, DocumentSnapshot } from '@/lib/domain/document-snapshot';
import type { InvoiceBalance } from '@/lib/domain/invoices';
import { type Currency, requireCurrency } from '@/lib/domain/money';
import { type Reader, read } from './client';
import { type CreditOfInvoice, listCreditsOf } from './credits';
import { parseSnapshot } from './document-snapshot';
import {
  billingLines,
  billingProfiles,
  charges,
  documents,
  offers,
  paymentMethods,
  plans,
  subscriptions,
} from './schema';
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

/** The charge that paid an invoice, and with what. */
export type InvoicePayment = {
  readonly amountMinor: bigint;
  readonly paidAt: number;
  readonly card: { readonly brand: string; readonly lastFour: string } | null;
};

export type Invoice = DocumentSummary & {
  readonly snapshot: DocumentSnapshot;
  readonly snapshotHash: string;
  readonly timeZone: string;
  readonly payment: InvoicePayment | undefined;
  /** Oldest first. */
  readonly credits: readonly CreditOfInvoice[];
};

/** Documents of those of the profiles that are the organization's own, newest first. */
export async function listDocuments(scope: OrgScope, billingProfileIds: readonly string[]): Promise<DocumentSummary[]> {
  return read(async (db) => {
    const isOfProfiles = inArray(documents.billingProfileId, [...billingProfileIds]);
    const rows = await selectDocuments(db, and(isOwn(scope), isOfProfiles));
    const credits = await listCreditsOf(db, scope, isOfProfiles);
    return rows.map((row) => summaryOf(row, credits));
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
    const credits = await listCreditsOf(db, scope, eq(documents.id, id));
    return {
      ...summaryOf(row, credits),
      snapshot: parseSnapshot(frozen.snapshot),
      snapshotHash: frozen.snapshotHash,
      timeZone: row.timeZone,
      payment: paymentOf(row),
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
      charge: charges,
      brand: paymentMethods.brand,
      lastFour: paymentMethods.lastFour,
    })
    .from(documents)
    .innerJoin(billingProfiles, eq(billingProfiles.id, documents.billingProfileId))
    .leftJoin(charges, eq(charges.id, documents.chargeId))
    .leftJoin(paymentMethods, eq(paymentMethods.id, charges.paymentMethodId))
    .where(condition)
    .orderBy(desc(documents.issuedAt), desc(documents.number));
}

function summaryOf(row: Row, credits: readonly CreditOfInvoice[]): DocumentSummary {
  const { id, kind, number, billingProfileId, issuedOn, dueOn, totalMinor, charge } = row;
  return {
    id,
    kind,
    number,
    billingProfileId,
    issuedOn,
    dueOn,
    totalMinor,
    currency: requireCurrency(row.currency),
    paidMinor: charge?.outcome === 'succeeded' ? charge.amountMinor : 0n,
    creditedMinor: credits
      .filter(({ invoiceId }) => invoiceId === id)
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
  };
}

function paymentOf({ charge, brand, lastFour }: Row): InvoicePayment | undefined {
  if (charge?.outcome !== 'succeeded') return undefined;
  const card = brand && lastFour ? { brand, lastFour } : null;
  return { amountMinor: charge.amountMinor, paidAt: charge.answeredAt ?? charge.askedAt, card };
}
