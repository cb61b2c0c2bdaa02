import { and, asc, eq } from 'drizzle-orm';
import { type Day, dayIn } from '@/lib/domain/days';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { amountDueOf } from '@/lib/domain/invoices';
import { isDeclinable, type MailNotice } from '@/lib/domain/mail-notices';
import { type Currency, requireCurrency } from '@/lib/domain/money';
import { listStandings } from './balances';
import { type Reader, read } from './client';
import { parseSnapshot } from './document-snapshot';
import type { NoticeMail } from './outbox';
import { billingLines, billingProfiles, documents, organizations } from './schema';
import type { JobScope } from './scope';
import { findSubscriptionForJob, type Subscription } from './subscriptions';

/** The oldest of what is to pay, with the sum of all of it. */
export type NoticedDebt = { readonly invoiceId: string; readonly number: string; readonly dueMinor: bigint };

export type NoticedDocument = {
  readonly id: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string;
  readonly totalMinor: bigint;
  readonly currency: Currency;
  readonly dueMinor: bigint;
  readonly dueOn: Day | null;
  readonly snapshot: DocumentSnapshot;
};

/** What a notice tells of, as it is now. */
export type NoticeFacts = {
  readonly notice: MailNotice;
  readonly organization: string;
  readonly profile: string;
  readonly today: Day;
  readonly mayDecline: boolean;
  readonly subscription: Subscription | undefined;
  readonly debt: NoticedDebt | undefined;
  readonly document: NoticedDocument | undefined;
};

/** Undefined when there is nothing to tell any more: paid, activated or canceled meanwhile. */
export async function findNoticeFacts(
  scope: JobScope,
  asked: NoticeMail,
  now: number,
): Promise<NoticeFacts | undefined> {
  const { notice, subscriptionId, documentId, billingProfileId } = asked;
  const about = await read((db) => findProfile(db, billingProfileId ?? ''));
  if (!about) return undefined;
  const subscription = subscriptionId === null ? undefined : await findSubscriptionForJob(scope, subscriptionId);
  const debt = subscriptionId === null ? undefined : await read((db) => findDebtOf(db, subscriptionId));
  const document = documentId === null ? undefined : await read((db) => findNoticedDocument(db, documentId));
  const { organization, profile, timeZone } = about;
  const facts = {
    notice,
    organization,
    profile,
    today: dayIn(timeZone, now),
    mayDecline: isDeclinable(notice),
    subscription,
    debt,
    document,
  };
  return isStillSo(facts) ? facts : undefined;
}

function isStillSo({ notice, subscription, debt, document, today }: NoticeFacts): boolean {
  if (notice === 'invoice_issued') return document !== undefined;
  if (!subscription) return false;
  const { state, disabledReason, periodEnd } = subscription;
  switch (notice) {
    case 'renewal':
    case 'price_change':
      return state === 'active' && periodEnd !== null && periodEnd > today;
    case 'activation_reminder':
      return state === 'pending_activation';
    case 'activation_timeout':
      return disabledReason === 'activation_timeout';
    case 'payment_failed':
    case 'payment_reminder':
      return (state === 'past_due' || state === 'past_due_ending') && debt !== undefined;
    case 'paid_again':
      return state === 'active' || state === 'active_ending';
    case 'nonpayment':
      return disabledReason === 'nonpayment';
  }
}

async function findProfile(db: Reader, id: string) {
  const [found] = await db
    .select({ profile: billingProfiles.name, timeZone: billingProfiles.timeZone, organization: organizations.name })
    .from(billingProfiles)
    .innerJoin(organizations, eq(organizations.id, billingProfiles.organizationId))
    .where(eq(billingProfiles.id, id));
  return found;
}

async function findDebtOf(db: Reader, subscriptionId: string): Promise<NoticedDebt | undefined> {
  const billed = await db
    .selectDistinct({ id: billingLines.documentId })
    .from(billingLines)
    .innerJoin(documents, eq(documents.id, billingLines.documentId))
    .where(and(eq(billingLines.subscriptionId, subscriptionId), eq(documents.kind, 'invoice')))
    .orderBy(asc(documents.dueOn), asc(documents.number));
  const open: NoticedDebt[] = [];
  for (const { id } of billed) {
    const [standing] = id === null ? [] : await listStandings(db, eq(documents.id, id));
    if (!standing) continue;
    const dueMinor = amountDueOf(standing);
    if (dueMinor > 0n) open.push({ invoiceId: standing.id, number: standing.number, dueMinor });
  }
  const [oldest] = open;
  return oldest && { ...oldest, dueMinor: open.reduce((sum, debt) => sum + debt.dueMinor, 0n) };
}

async function findNoticedDocument(db: Reader, id: string): Promise<NoticedDocument | undefined> {
  const [found] = await db.select().from(documents).where(eq(documents.id, id));
  if (!found) return undefined;
  const [standing] = await listStandings(db, eq(documents.id, id));
  const { kind, number, totalMinor, dueOn } = found;
  const snapshot = parseSnapshot(found.snapshot);
  const dueMinor = standing ? amountDueOf(standing) : 0n;
  return { id, kind, number, totalMinor, currency: requireCurrency(found.currency), dueMinor, dueOn, snapshot };
}
