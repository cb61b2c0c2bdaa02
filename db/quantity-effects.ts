import { and, desc, eq, isNull } from 'drizzle-orm';
import { creditNotesOf } from '@/lib/domain/credit-notes';
import { addDays } from '@/lib/domain/days';
import { type QuantityQuote, servedFromOf } from '@/lib/domain/quantity-quote';
import { saveBillingLine } from './billing-lines';
import type { Transaction } from './client';
import { type IssuedDocument, saveDocument } from './documents';
import { newId } from './ids';
import { preparedInsert } from './prepared-insert';
import type { QuantityChange } from './quantity-changes';
import { increases, plannedChanges } from './schema';
import type { OrgScope } from './scope';

/** What a decision does beside the subscription's own row. Answers the documents it issued, the newest thing first. */
export async function applyDecision(
  tx: Transaction,
  scope: OrgScope,
  change: QuantityChange,
): Promise<IssuedDocument[]> {
  const { decision } = change;
  if (decision.act === 'remove_planned_change') {
    await closePlannedChange(tx, decision.removal.pendingId, change);
    return [];
  }
  const { quote } = decision;
  if (quote.replacesPendingId) await closePlannedChange(tx, quote.replacesPendingId, change);
  switch (decision.act) {
    case 'decrease':
      await planDecrease(tx, scope, change, quote);
      return [];
    case 'increase':
      return recordIncrease(tx, change, quote);
    case 'take_back':
      await markTakenBack(tx, change);
      return recordCredit(tx, change, quote);
    case 'decrease_now':
      return recordCredit(tx, change, quote);
  }
}

async function closePlannedChange(tx: Transaction, id: string, { subscription, now }: QuantityChange) {
  await tx
    .update(plannedChanges)
    .set({ removedAt: now })
    .where(
      and(
        eq(plannedChanges.id, id),
        eq(plannedChanges.subscriptionId, subscription.id),
        isNull(plannedChanges.removedAt),
        isNull(plannedChanges.appliedAt),
      ),
    );
}

async function planDecrease(tx: Transaction, scope: OrgScope, change: QuantityChange, quote: QuantityQuote) {
  await insertPlanned(tx, {
    id: newId(),
    subscriptionId: change.subscription.id,
    quantity: quote.to,
    planId: null,
    unitAmountMinor: null,
    effectiveOn: quote.effectiveOn,
    personId: scope.personId,
    plannedAt: change.now,
    removedAt: null,
    appliedAt: null,
  });
}

const insertPlanned = preparedInsert(plannedChanges);

/** On a card the line is invoiced at once; on an invoiced profile it waits for the next monthly invoice. */
async function recordIncrease(tx: Transaction, change: QuantityChange, quote: QuantityQuote) {
  const { subscription, today, now, chargeId } = change;
  const lineId = quote.line
    ? await saveBillingLine(tx, {
        ...lineOf(change, quote),
        kind: 'increase',
        servedFrom: quote.line.servedFrom,
        servedUntil: addDays(quote.line.servedThrough, 1),
        netMinor: quote.line.netMinor,
      })
    : null;
  if (subscription.periodStart === null) throw new Error('An increase needs a running period');
  await insertIncrease(tx, {
    id: newId(),
    subscriptionId: subscription.id,
    fromQuantity: quote.from,
    toQuantity: quote.to,
    madeOn: today,
    madeAt: now,
    periodStart: subscription.periodStart,
    lineId,
    takenBackAt: null,
  });
  if (lineId === null || quote.settlement === 'invoice') return [];
  const paid = { chargeId, creditMinor: quote.fromCreditMinor };
  return [await saveDocument(tx, { ...headOf(change), ...paid, kind: 'invoice', lineIds: [lineId] })];
}

const insertIncrease = preparedInsert(increases);

/**
 * Credit is always told by a credit note of its own; what was issued is never edited. It goes to the profile that was
 * billed, though the subscription may have moved since: one note for each invoice, the newest line's first.
 */
async function recordCredit(tx: Transaction, change: QuantityChange, quote: QuantityQuote) {
  const { subscription } = change;
  const notes: IssuedDocument[] = [];
  for (const { billingProfileId, parts, credits } of creditNotesOf(quote.creditParts)) {
    const lineIds: string[] = [];
    for (const part of parts) {
      const lineId = await saveBillingLine(tx, {
        ...lineOf(change, quote),
        billingProfileId,
        kind: 'credit',
        creditsLineId: part.chargeId,
        servedFrom: servedFromOf({ periodStart: subscription.periodStart ?? change.today }, change.today),
        servedUntil: quote.periodEnd,
        netMinor: part.netMinor,
        vatBasisPoints: part.bill.vatRateBp,
      });
      lineIds.push(lineId);
    }
    const head = { ...headOf(change), billingProfileId, kind: 'credit_note', chargeId: null } as const;
    notes.push(await saveDocument(tx, { ...head, lineIds, credits }));
  }
  return notes;
}

async function markTakenBack(tx: Transaction, { subscription, now }: QuantityChange) {
  const [newest] = await tx
    .select({ id: increases.id })
    .from(increases)
    .where(and(eq(increases.subscriptionId, subscription.id), isNull(increases.takenBackAt)))
    .orderBy(desc(increases.madeAt))
    .limit(1);
  if (!newest) throw new Error('There is no increase to take back');
  await tx.update(increases).set({ takenBackAt: now }).where(eq(increases.id, newest.id));
}

function headOf({ subscription, today, now }: QuantityChange) {
  return { billingProfileId: subscription.billingProfileId, issuedOn: today, issuedAt: now };
}

function lineOf({ subscription, now }: QuantityChange, quote: QuantityQuote) {
  return {
    subscriptionId: subscription.id,
    billingProfileId: subscription.billingProfileId,
    fromQuantity: quote.from,
    toQuantity: quote.to,
    periodDays: quote.daysOfPeriod,
    vatBasisPoints: quote.vatRateBp,
    currency: quote.currency,
    createdAt: now,
  };
}
