import { addDays, type Day } from '@/lib/domain/days';
import type { Outcome } from '@/lib/domain/outcome';
import type { PlanQuote } from '@/lib/domain/plan-change';
import type { PlanDecision } from '@/lib/domain/plan-decision';
import { type ActRefusal, saveAct } from './acts';
import type { AuditFacts } from './audit';
import { saveBillingLine } from './billing-lines';
import type { Transaction } from './client';
import type { Recipient } from './colleagues';
import { type IssuedDocument, saveDocument } from './documents';
import { newId } from './ids';
import { planFiguresOf } from './plan-figures';
import { hasCredit } from './profile-money';
import { plannedChanges } from './schema';
import type { OrgScope } from './scope';
import { closePlannedChange, moveVersion } from './subscription-life';
import type { Subscription } from './subscriptions';

export type PlanChange = {
  /** Minted when the form was rendered: the same key has one effect. */
  readonly key: string;
  readonly inputHash: string;
  readonly subscription: Subscription;
  readonly decision: PlanDecision;
  readonly chargeId: string | null;
  readonly today: Day;
  readonly now: number;
  /** Who is sent the receipt, each in their own language. */
  readonly recipients: readonly Recipient[];
};

/**
 * The change with its money line, audit entry, receipt and mails in one transaction, if the subscription is still at
 * the version it was decided from. Answers the receipt's id; `stale` when somebody was faster; `key_reused` when the
 * key belongs to another request.
 */
export async function savePlanChange(
  scope: OrgScope,
  change: PlanChange,
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const { key, inputHash, subscription, decision, today, recipients, now } = change;
  const { figures, values } = planFiguresOf(decision, subscription, today, 'done');
  return saveAct(
    scope,
    {
      key,
      inputHash,
      act: decision.act,
      subscriptionId: subscription.id,
      billingProfileId: subscription.billingProfileId,
      ...beforeAndAfter(change),
      facts: { subject: subscription.offer.name, timeZone: subscription.profile.timeZone, values, figures },
      recipients,
      now,
    },
    async (tx) => {
      const to = decision.act === 'change_plan' ? decision.quote.to : undefined;
      const becomes = to ? { quantity: to.quantity } : {};
      const fromCreditMinor = 'quote' in decision ? decision.quote.fromCreditMinor : 0n;
      if (!(await hasCredit(tx, subscription.billingProfileId, fromCreditMinor))) return 'stale';
      if (!(await moveVersion(tx, { subscription, becomes, plan: to?.plan, today, now }))) return 'stale';
      if (subscription.planned) await closePlannedChange(tx, change, 'removed');
      if (decision.act === 'keep_plan') return {};
      if (decision.act === 'change_plan_at_renewal') {
        await planChange(tx, scope, change, decision.quote);
        return {};
      }
      return { documents: await recordCharge(tx, change, decision.quote) };
    },
  );
}

async function planChange(tx: Transaction, scope: OrgScope, change: PlanChange, { to, effectiveOn }: PlanQuote) {
  await tx.insert(plannedChanges).values({
    id: newId(),
    subscriptionId: change.subscription.id,
    quantity: to.quantity,
    planId: to.plan.id,
    unitAmountMinor: to.plan.unitAmountMinor,
    effectiveOn,
    personId: scope.personId,
    plannedAt: change.now,
  });
}

/** On a card the line is invoiced at once; on an invoiced profile it waits for the next monthly invoice. */
async function recordCharge(
  tx: Transaction,
  { subscription, chargeId, today, now }: PlanChange,
  { line, from, to, daysOfPeriod, vatRateBp, currency, settlement, fromCreditMinor }: PlanQuote,
): Promise<IssuedDocument[]> {
  if (!line) return [];
  const { billingProfileId } = subscription;
  const lineId = await saveBillingLine(tx, {
    subscriptionId: subscription.id,
    billingProfileId,
    kind: 'plan_change',
    fromQuantity: from.quantity,
    toQuantity: to.quantity,
    servedFrom: line.servedFrom,
    servedUntil: addDays(line.servedThrough, 1),
    periodDays: daysOfPeriod,
    netMinor: line.netMinor,
    vatBasisPoints: vatRateBp,
    currency,
    createdAt: now,
  });
  if (settlement === 'invoice') return [];
  const head = { kind: 'invoice', billingProfileId, issuedOn: today, issuedAt: now, chargeId } as const;
  return [await saveDocument(tx, { ...head, creditMinor: fromCreditMinor, lineIds: [lineId] })];
}

function beforeAndAfter({ decision, subscription }: PlanChange): { before: AuditFacts; after: AuditFacts } {
  const { planned, plan, quantity } = subscription;
  if (decision.act === 'keep_plan') {
    return { before: { plannedPlan: planned?.plan?.name ?? null }, after: { plannedPlan: null, plan: plan.name } };
  }
  const { to, effectiveOn, charge, currency } = decision.quote;
  return {
    before: { plan: plan.name, quantity, planned: planned?.quantity ?? null, plannedPlan: planned?.plan?.name ?? null },
    after: {
      plan: to.plan.name,
      quantity: to.quantity,
      effectiveOn,
      currency,
      chargeMinor: charge.totalMinor.toString(),
    },
  };
}
