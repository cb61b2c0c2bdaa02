import { and, eq, inArray } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import { allocate, amountDueOf, creditLeftOf } from '@/lib/domain/invoices';
import type { Currency } from '@/lib/domain/money';
import { type InvoiceStanding, listOpenInvoicesIn, listStandings } from './balances';
import { type Reader, read, type Transaction } from './client';
import { newId } from './ids';
import { listInvoicesBeingRefunded } from './invoice-payments';
import { billingProfiles, charges, documents, paymentAllocations, payments } from './schema';
import type { JobScope, OrgScope, PublisherScope } from './scope';
import type { Subscription } from './subscriptions';

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
  const open = await listOpenInvoicesIn(tx, [draft.billingProfileId]);
  const named = open.filter((invoice) => invoice.id === invoiceId);
  const others = draft.kind === 'bank_transfer' ? open.filter((invoice) => invoice.id !== invoiceId) : [];
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

/** A card has paid an invoice. */
export async function recordCharge(tx: Transaction, paying: Paying & { readonly chargeId: string }, invoiceId: string) {
  const [charge] = await tx.select().from(charges).where(eq(charges.id, paying.chargeId));
  if (!charge) throw new Error('There is no such charge');
  const { amountMinor } = charge;
  await recordPayment(tx, { ...paying, kind: 'card', amountMinor, reference: null, personId: null }, invoiceId);
}

/** Credit of the profile pays an invoice. Throws when there is less of it. */
export async function recordCredit(tx: Transaction, paying: Paying & { amountMinor: bigint }, invoiceId: string) {
  if ((await findCreditLeft(tx, paying.billingProfileId)) < paying.amountMinor)
    throw new Error('Credit was used twice');
  const credit = { ...paying, kind: 'credit', chargeId: null, reference: null, personId: null } as const;
  await recordPayment(tx, credit, invoiceId);
}

/** Invoices of one of the organization's profiles with something left to pay, the oldest due first. */
export async function listOpenInvoices(scope: OrgScope, billingProfileId: string): Promise<InvoiceStanding[]> {
  const isOwn = and(
    eq(documents.billingProfileId, billingProfileId),
    eq(billingProfiles.organizationId, scope.organizationId),
  );
  const standings = await read((db) => listStandings(db, isOwn));
  return standings.filter((standing) => amountDueOf(standing) > 0n);
}

/** The same for somebody who bills the profile. */
export async function findProfileCredit(
  _scope: OrgScope | PublisherScope | JobScope,
  { billingProfileId }: Pick<Subscription, 'billingProfileId'>,
): Promise<bigint> {
  return read((db) => findCreditLeft(db, billingProfileId));
}

/** What a profile has paid or been credited for and has not used: its next invoice takes it. Minor units. */
export async function findCreditLeft(db: Reader, billingProfileId: string): Promise<bigint> {
  const standings = await listStandings(db, eq(documents.billingProfileId, billingProfileId));
  const leaving = await listInvoicesBeingRefunded(db, billingProfileId);
  const staying = standings.filter(({ id }) => !leaving.includes(id));
  return creditLeftOf(staying, await listReceived(db, billingProfileId));
}

async function listReceived(db: Reader, billingProfileId: string) {
  const rows = await db.select().from(payments).where(eq(payments.billingProfileId, billingProfileId));
  const ids = rows.map(({ id }) => id);
  const used = await db.select().from(paymentAllocations).where(inArray(paymentAllocations.paymentId, ids));
  return rows.map(({ id, kind, amountMinor }) => ({
    kind,
    amountMinor,
    allocatedMinor: used.filter(({ paymentId }) => paymentId === id).reduce((sum, part) => sum + part.amountMinor, 0n),
  }));
}
