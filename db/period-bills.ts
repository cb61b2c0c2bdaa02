import { and, eq } from 'drizzle-orm';
import { type Day, daysBetween } from '@/lib/domain/days';
import type { Amounts } from '@/lib/domain/money';
import { saveBillingLine } from './billing-lines';
import type { Transaction } from './client';
import { type IssuedDocument, saveDocument } from './documents';
import { charges, payments } from './schema';
import type { Subscription } from './subscriptions';

/** What a whole period costs, from `periodStart` until before `periodEnd`. */
export type PeriodBill = {
  readonly periodStart: Day;
  readonly periodEnd: Day;
  readonly quantity: number | null;
  readonly amounts: Amounts;
  readonly vatRateBp: number;
  /** The charge that paid it; null while it is unpaid or waits for the profile's next invoice. */
  readonly chargeId: string | null;
  /** The charge of a period that is unpaid until the payer's bank approves it. */
  readonly approvalId?: string | null;
  /** Credit of the profile that pays it, or a part of it; on an invoiced profile nothing yet. */
  readonly creditMinor: bigint;
};

type Moment = { readonly subscription: Subscription; readonly today: Day; readonly now: number };

/**
 * The period's line; on a card profile with its invoice, on an invoiced one it waits. A free period leaves neither.
 * One line per subscription and period, held by the database.
 */
export async function recordPeriodBill(
  tx: Transaction,
  bill: PeriodBill,
  { subscription, today, now }: Moment,
): Promise<IssuedDocument | undefined> {
  const { periodStart, periodEnd, amounts, chargeId, creditMinor, approvalId } = bill;
  if (amounts.netMinor === 0n) return undefined;
  const { billingProfileId, currency, profile } = subscription;
  const lineId = await saveBillingLine(tx, {
    subscriptionId: subscription.id,
    billingProfileId,
    kind: 'period',
    toQuantity: bill.quantity,
    servedFrom: periodStart,
    servedUntil: periodEnd,
    periodDays: daysBetween(periodStart, periodEnd),
    netMinor: amounts.netMinor,
    vatBasisPoints: bill.vatRateBp,
    currency,
    createdAt: now,
  });
  if (profile.settlement === 'invoice') return undefined;
  const head = { kind: 'invoice', billingProfileId, issuedOn: today, issuedAt: now } as const;
  const document = await saveDocument(tx, { ...head, chargeId, creditMinor, lineIds: [lineId] });
  if (approvalId) {
    const isWaiting = and(eq(charges.id, approvalId), eq(charges.organizationId, subscription.organizationId));
    await tx.update(charges).set({ documentId: document.id }).where(isWaiting);
  }
  return document;
}

/** Whether the charge already paid for something: then the step it was taken for was done by somebody else. */
export async function isChargeInvoiced(tx: Transaction, chargeId: string | null): Promise<boolean> {
  if (chargeId === null) return false;
  const found = await tx.select({ id: payments.id }).from(payments).where(eq(payments.chargeId, chargeId));
  return found.length > 0;
}
