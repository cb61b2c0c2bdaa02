import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import { allocate, amountDueOf } from '@/lib/domain/invoices';
import type { Currency } from '@/lib/domain/money';
import { type InvoiceStanding, listOpen, listStandings } from './balances';
import { read, type Transaction } from './client';
import { newId } from './ids';
import { prepared } from './prepared';
import { preparedInsert } from './prepared-insert';
import { hasCredit } from './profile-money';
import { billingProfiles, charges, documents, paymentAllocations, payments } from './schema';
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
  const [charge] = await chargeById(tx).execute({ id: paying.chargeId });
  if (!charge) throw new Error('There is no such charge');
  const { amountMinor } = charge;
  const id = newId();
  await insertPayment(tx, { ...paying, id, kind: 'card', amountMinor, reference: null, personId: null });
  await insertAllocation(tx, { paymentId: id, documentId: invoiceId, amountMinor });
}

const chargeById = prepared((tx: Transaction) =>
  tx
    .select({ amountMinor: charges.amountMinor })
    .from(charges)
    .where(eq(charges.id, sql.placeholder('id')))
    .prepare(),
);
const insertPayment = preparedInsert(payments);
const insertAllocation = preparedInsert(paymentAllocations);

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
