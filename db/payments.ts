import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Day } from '@/lib/domain/days';
import { allocate, amountDueOf, creditLeftOf, type ReceivedPayment } from '@/lib/domain/invoices';
import type { Currency } from '@/lib/domain/money';
import { type InvoiceStanding, listOpen, listStandings } from './balances';
import { type Reader, read, type Transaction } from './client';
import { newId } from './ids';
import { listInvoicesBeingRefunded } from './invoice-payments';
import { prepared } from './prepared';
import { billingLines, billingProfiles, charges, documents, paymentAllocations, payments } from './schema';
import type { JobScope, OrgScope } from './scope';

export type PaymentDraft = {
  /** Minted here where the caller has no key. */
  readonly id?: string;
  readonly billingProfileId: string;
  readonly kind: 'card' | 'bank_transfer' | 'credit';
  /** Present exactly for a card. */
  readonly chargeId: string | null;
  readonly amountMinor: bigint;
  readonly currency: Currency;
  readonly receivedOn: Day;
  readonly reference: string | null;
  readonly personId: string | null;
  readonly createdAt: number;
};

export type Allocation = { readonly documentId: string; readonly amountMinor: bigint };

/**
 * Keeps what came in and lets it pay: the named invoice first, and of a transfer then whatever else is open, the
 * oldest due first. What nothing needs stays with the payment. Answers what it paid. Only inside a transaction.
 */
export async function recordPayment(tx: Transaction, draft: PaymentDraft, invoiceId?: string): Promise<Allocation[]> {
  const { id = newId() } = draft;
  await tx.insert(payments).values({ ...draft, id });
  const named = invoiceId === undefined ? [] : await listStandings(tx, eq(documents.id, invoiceId));
  const open =
    draft.kind === 'bank_transfer' ? await listOpen(tx, eq(documents.billingProfileId, draft.billingProfileId)) : [];
  const others = open.filter((invoice) => invoice.id !== invoiceId);
  const allocations = allocate(
    draft.amountMinor,
    [...named, ...others].map((invoice) => ({ documentId: invoice.id, dueMinor: amountDueOf(invoice) })),
  );
  if (allocations.length > 0) {
    await tx.insert(paymentAllocations).values(allocations.map((part) => ({ ...part, paymentId: id })));
  }
  return allocations;
}

type Paying = Pick<PaymentDraft, 'billingProfileId' | 'currency' | 'receivedOn' | 'createdAt'>;

/** A card has paid an invoice, no more than is due: the whole amount is the invoice's. */
export async function recordCharge(tx: Transaction, paying: Paying & { readonly chargeId: string }, invoiceId: string) {
  const [charge] = await tx.select().from(charges).where(eq(charges.id, paying.chargeId));
  if (!charge) throw new Error('There is no such charge');
  const { amountMinor } = charge;
  const id = newId();
  await tx.insert(payments).values({ ...paying, id, kind: 'card', amountMinor });
  await tx.insert(paymentAllocations).values({ paymentId: id, documentId: invoiceId, amountMinor });
}

/** Credit of the profile pays an invoice. Throws when there is less of it. */
export async function recordCredit(tx: Transaction, paying: Paying & { amountMinor: bigint }, invoiceId: string) {
  if (!(await hasCredit(tx, paying.billingProfileId, paying.amountMinor))) throw new Error('Credit was used twice');
  const credit = { ...paying, kind: 'credit', chargeId: null, reference: null, personId: null } as const;
  await recordPayment(tx, credit, invoiceId);
}

/** Invoices of profiles with something left to pay, the oldest due first; of the organization's own, unless for a job. */
export async function listOpenInvoices(
  scope: OrgScope | JobScope,
  ...billingProfileIds: readonly string[]
): Promise<InvoiceStanding[]> {
  const isOwn = and(
    inArray(documents.billingProfileId, [...billingProfileIds]),
    'organizationId' in scope ? eq(billingProfiles.organizationId, scope.organizationId) : undefined,
  );
  return read((db) => listOpen(db, isOwn));
}

/** Invoices that something was credited of: no other can have been paid too much. */
async function listCreditedInvoices(db: Reader, billingProfileId: string): Promise<string[]> {
  const credited = alias(billingLines, 'credited');
  const rows = await db
    .selectDistinct({ id: credited.documentId })
    .from(billingLines)
    .innerJoin(credited, eq(credited.id, billingLines.creditsLineId))
    .where(and(eq(billingLines.billingProfileId, billingProfileId), eq(billingLines.kind, 'credit')));
  return rows.flatMap(({ id }) => id ?? []);
}

/** Whether a profile has so much to its credit still: another invoice may have been faster. */
export async function hasCredit(db: Reader, billingProfileId: string, amountMinor: bigint): Promise<boolean> {
  return amountMinor === 0n || (await findCreditLeft(db, billingProfileId)) >= amountMinor;
}

/** What a profile has paid or been credited for and has not used: its next invoice takes it. Minor units. */
export async function findCreditLeft(db: Reader, billingProfileId: string): Promise<bigint> {
  const [some] = await anyCredit(db).execute({ billingProfileId });
  if (!some?.isPossible) return 0n;
  const received = await listReceived(db, billingProfileId, ['bank_transfer', 'credit']);
  const credited = await listCreditedInvoices(db, billingProfileId);
  if (credited.length === 0) return creditLeftOf([], received);
  const standings = await listStandings(db, inArray(documents.id, credited));
  const leaving = await listInvoicesBeingRefunded(db, billingProfileId);
  return creditLeftOf(
    standings.filter(({ id }) => !leaving.includes(id)),
    received,
  );
}

/** Only what was credited, or came by transfer, can be left. */
const anyCredit = prepared((db: Reader) => {
  const asked = sql.placeholder('billingProfileId');
  return db
    .select({
      isPossible: sql<number>`
        exists (select 1 from ${billingLines} where billing_profile_id = ${asked} and kind = 'credit')
        or exists (select 1 from ${payments} where billing_profile_id = ${asked} and kind = 'bank_transfer')`,
    })
    .from(sql`(select 1)`)
    .prepare();
});

/** Payments of a profile but cards' that were given back, with what invoices have taken of it. */
export async function listReceived(
  db: Reader,
  billingProfileId: string,
  kinds: readonly PaymentDraft['kind'][] = ['card', 'bank_transfer', 'credit'],
): Promise<ReceivedPayment[]> {
  const rows = await db
    .select({ id: payments.id, kind: payments.kind, amountMinor: payments.amountMinor })
    .from(payments)
    .leftJoin(charges, eq(charges.id, payments.chargeId))
    .where(
      and(
        eq(payments.billingProfileId, billingProfileId),
        inArray(payments.kind, [...kinds]),
        or(ne(payments.kind, 'card'), eq(charges.outcome, 'succeeded')),
      ),
    );
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const used = await db.select().from(paymentAllocations).where(inArray(paymentAllocations.paymentId, ids));
  return rows.map(({ id, kind, amountMinor }) => ({
    kind,
    amountMinor,
    allocatedMinor: used.filter(({ paymentId }) => paymentId === id).reduce((sum, part) => sum + part.amountMinor, 0n),
  }));
}
