import { and, eq } from 'drizzle-orm';
import { type Day, dayIn } from '@/lib/domain/days';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { amountDueOf } from '@/lib/domain/invoices';
import { isDeclinable, type ProfileNotice } from '@/lib/domain/mail-notices';
import { type Currency, requireCurrency } from '@/lib/domain/money';
import { listOpenOfSubscription, listStandings } from './balances';
import { type Reader, read } from './client';
import { parseSnapshot } from './document-snapshot';
import { listFailedPayments } from './dunning';
import type { NoticeMail } from './outbox';
import { billingLines, billingProfiles, documents, organizations } from './schema';
import type { JobScope } from './scope';
import { findSubscriptionForJob, type Subscription } from './subscriptions';

/** The oldest of what is to pay, with the sum of all of it. */
export type NoticedDebt = { readonly number: string; readonly dueMinor: bigint };

export type NoticedDocument = {
  readonly id: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string;
  readonly totalMinor: bigint;
  readonly currency: Currency;
  readonly dueMinor: bigint;
  /** Something of it; what is not, and not due either, is credited. */
  readonly isPaid: boolean;
  readonly dueOn: Day | null;
  readonly snapshot: DocumentSnapshot;
  readonly snapshotHash: string;
};

/** What a notice tells of, as it is now. */
export type NoticeFacts = {
  readonly notice: ProfileNotice;
  readonly organization: string;
  readonly profile: string;
  readonly today: Day;
  readonly mayDecline: boolean;
  readonly subscription: Subscription | undefined;
  /** What the period of an app that renews was billed at, without VAT; null where nothing was. */
  readonly periodNetMinor: bigint | null;
  readonly debt: NoticedDebt | undefined;
  readonly document: NoticedDocument | undefined;
  /** The bank of the card wants the oldest debt's payment approved. */
  readonly isApprovalWanted: boolean;
};

/** Undefined when there is nothing to tell any more: paid, activated or canceled meanwhile. */
export async function findNoticeFacts(
  scope: JobScope,
  asked: NoticeMail & { readonly notice: ProfileNotice },
  now: number,
): Promise<NoticeFacts | undefined> {
  const { notice, subscriptionId, documentId, billingProfileId } = asked;
  const about = await read((db) => findProfile(db, billingProfileId ?? ''));
  if (!about) return undefined;
  const subscription = subscriptionId === null ? undefined : await findSubscriptionForJob(scope, subscriptionId);
  const isRenewed = notice === 'renewal' && subscription !== undefined;
  const periodNetMinor = isRenewed ? await read((db) => findPeriodNet(db, subscription)) : null;
  const debt = subscriptionId === null ? undefined : await read((db) => findDebtOf(db, subscriptionId));
  const document = documentId === null ? undefined : await read((db) => findNoticedDocument(db, documentId));
  const [failed] = debt && subscriptionId !== null ? await listFailedPayments(scope, subscriptionId, now) : [];
  const { organization, profile, timeZone } = about;
  const facts = {
    notice,
    organization,
    profile,
    today: dayIn(timeZone, now),
    mayDecline: isDeclinable(notice),
    subscription,
    periodNetMinor,
    debt,
    document,
    isApprovalWanted: failed?.dunning.last?.declineCode === 'authentication_required',
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
    case 'payment_taken_back':
      return document !== undefined && document.dueMinor > 0n;
    case 'paid_again':
      return state === 'active' || state === 'active_ending';
    case 'nonpayment':
      return disabledReason === 'nonpayment';
  }
}

async function findPeriodNet(db: Reader, { id, periodStart }: Subscription): Promise<bigint | null> {
  if (periodStart === null) return null;
  const ofPeriod = and(
    eq(billingLines.subscriptionId, id),
    eq(billingLines.kind, 'period'),
    eq(billingLines.servedFrom, periodStart),
  );
  const [found] = await db.select({ netMinor: billingLines.netMinor }).from(billingLines).where(ofPeriod);
  return found?.netMinor ?? null;
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
  const open = await listOpenOfSubscription(db, subscriptionId);
  const [oldest] = open;
  return oldest && { number: oldest.number, dueMinor: open.reduce((sum, invoice) => sum + amountDueOf(invoice), 0n) };
}

async function findNoticedDocument(db: Reader, id: string): Promise<NoticedDocument | undefined> {
  const [found] = await db.select().from(documents).where(eq(documents.id, id));
  if (!found) return undefined;
  const [standing] = await listStandings(db, eq(documents.id, id));
  const { kind, number, totalMinor, dueOn, snapshotHash } = found;
  const snapshot = parseSnapshot(found.snapshot);
  const [dueMinor, isPaid] = standing ? [amountDueOf(standing), standing.paidMinor > 0n] : [0n, false];
  const currency = requireCurrency(found.currency);
  return { id, kind, number, totalMinor, currency, dueMinor, isPaid, dueOn, snapshot, snapshotHash };
}
