import { and, eq, isNull, sql } from 'drizzle-orm';
import { dataKeptUntil } from '@/lib/domain/cancellation';
import type { Day } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { PlanTerms } from '@/lib/domain/plans';
import { type AuditFacts, recordAuditEntry } from './audit';
import type { Transaction } from './client';
import type { IssuedDocument } from './documents';
import { newId } from './ids';
import { type PayloadOf, recordOutboxEvent } from './outbox';
import { isChargeInvoiced, type PeriodBill, recordPeriodBill } from './period-bills';
import { preparedUpdate } from './prepared-update';
import { hasCredit } from './profile-money';
import { plannedChanges, subscriptions } from './schema';
import type { JobScope, OrgScope, PublisherScope } from './scope';
import type { Subscription } from './subscriptions';
import { writeTogether } from './write-together';

type Life = Pick<
  Subscription,
  'state' | 'disabledReason' | 'quantity' | 'assignedQuantity' | 'anchorOn' | 'periodStart' | 'periodEnd' | 'payBy'
>;

/** One step in a subscription's life, decided from `subscription` as it was read. */
export type LifeStep = {
  readonly act: 'activate' | 'renew' | 'end' | 'pass_activation_deadline' | 'pass_payment_deadline' | 'report_assigned';
  readonly subscription: Subscription;
  readonly becomes: Partial<Life>;
  /** What the new period costs; absent when nothing is billed. */
  readonly bill?: PeriodBill;
  /** The plan that the subscription goes over to; absent when it stays. */
  readonly plan?: PlanTerms | undefined;
  /** What becomes of a planned change; absent when it stays. */
  readonly planned?: 'applied' | 'removed' | undefined;
  readonly today: Day;
  readonly now: number;
};

/**
 * The step with its bill and its audit entry in one transaction, if the subscription is still at the version it was
 * decided from. `stale` when somebody was faster; a step whose charge is invoiced already counts as done.
 */
export async function saveLifeStep(
  scope: OrgScope | PublisherScope | JobScope,
  step: LifeStep,
): Promise<Outcome<void, 'busy' | 'stale'>> {
  const saved = await writeTogether(async (tx): Promise<Outcome<void, 'stale'>> => {
    const { billingProfileId } = step.subscription;
    if (step.bill && !(await hasCredit(tx, billingProfileId, step.bill.creditMinor))) return refuse('stale');
    if (!(await moveVersion(tx, step))) {
      return (await isChargeInvoiced(tx, step.bill?.chargeId ?? null)) ? accept(undefined) : refuse('stale');
    }
    const document = step.bill && (await recordPeriodBill(tx, step.bill, step));
    if (step.planned) await closePlannedChange(tx, step, step.planned);
    const told = noticeOf(step);
    if (told) await recordOutboxEvent(tx, newId(), { kind: 'notice', payload: told }, step.now);
    const personId = 'personId' in scope ? scope.personId : undefined;
    const { before, after } = beforeAndAfter(step, document);
    await recordAuditEntry(tx, {
      organizationId: step.subscription.organizationId,
      personId,
      act: step.act,
      subscriptionId: step.subscription.id,
      billingProfileId: step.subscription.billingProfileId,
      at: step.now,
      before,
      after: 'publisherId' in scope ? { ...after, publisherId: scope.publisherId } : after,
    });
    return accept(undefined);
  });
  return saved.ok ? saved.value : saved;
}

/** Whom it concerns is told when a payment fails, and when an app is disabled for want of one or of activation. */
function noticeOf({ act, subscription, becomes, today }: LifeStep): PayloadOf<'notice'> | undefined {
  const isFailed = becomes.state === 'past_due' && subscription.state !== 'past_due';
  const ended = act === 'pass_payment_deadline' ? 'nonpayment' : undefined;
  const lapsed = act === 'pass_activation_deadline' ? 'activation_timeout' : undefined;
  const notice = ended ?? lapsed ?? (isFailed ? 'payment_failed' : undefined);
  const { id: subscriptionId, organizationId, billingProfileId } = subscription;
  return notice && { notice, organizationId, billingProfileId, subscriptionId, documentId: null, on: today };
}

type Move = Pick<LifeStep, 'subscription' | 'becomes' | 'plan' | 'today' | 'now'>;

/**
 * Takes the next version with what the subscription becomes; where it is disabled, with how long the data is kept.
 * False when the row is no longer at the version decided from.
 */
export async function moveVersion(tx: Transaction, move: Move): Promise<boolean> {
  const { subscription, becomes, plan, today, now } = move;
  const kept = becomes.state === 'disabled' ? { dataKeptUntil: dataKeptUntil(subscription.policyVersion, today) } : {};
  const { id, organizationId, version } = subscription;
  const next = { ...becomes, ...planColumns(plan), ...kept, version: version + 1, changedAt: now };
  return (await updateVersion(tx, next, { id, organizationId, version })) === 1;
}

const updateVersion = preparedUpdate(
  subscriptions,
  and(
    eq(subscriptions.id, sql.placeholder('id')),
    eq(subscriptions.organizationId, sql.placeholder('organizationId')),
    eq(subscriptions.version, sql.placeholder('version')),
  ),
);

/** What a subscription's row says of the plan it goes over to. */
export function planColumns(plan: PlanTerms | undefined) {
  return plan ? { planId: plan.id, unitAmountMinor: plan.unitAmountMinor } : {};
}

/** Closes the planned change of a subscription, if it has one. */
export async function closePlannedChange(
  tx: Transaction,
  { subscription, now }: Pick<LifeStep, 'subscription' | 'now'>,
  as: 'applied' | 'removed',
): Promise<void> {
  await tx
    .update(plannedChanges)
    .set(as === 'applied' ? { appliedAt: now } : { removedAt: now })
    .where(
      and(
        eq(plannedChanges.subscriptionId, subscription.id),
        isNull(plannedChanges.removedAt),
        isNull(plannedChanges.appliedAt),
      ),
    );
}

/** Only what the step changes: each fact as it was and as it is. */
function beforeAndAfter({ subscription, becomes, plan, bill, planned }: LifeStep, document?: IssuedDocument) {
  const was = factsOf(subscription);
  const is = factsOf({ ...subscription, ...becomes });
  const changed = Object.keys(is).filter((fact) => was[fact] !== is[fact]);
  const only = (facts: AuditFacts) => Object.fromEntries(changed.map((fact) => [fact, facts[fact] ?? null]));
  const before: AuditFacts = {
    ...only(was),
    ...(plan ? { plan: subscription.plan.name } : {}),
    ...(planned ? { planned: subscription.planned?.quantity ?? null } : {}),
  };
  const after: AuditFacts = {
    ...only(is),
    ...(plan ? { plan: plan.name } : {}),
    ...(planned ? { planned: null } : {}),
    ...(bill ? { chargeMinor: bill.amounts.totalMinor.toString(), currency: subscription.currency } : {}),
    ...(document ? { documentNumber: document.number } : {}),
  };
  return { before, after };
}

function factsOf(life: Life): AuditFacts {
  const { state, disabledReason, quantity, assignedQuantity, periodStart, periodEnd, payBy } = life;
  return { state, disabledReason, quantity, assignedQuantity, periodStart, periodEnd, payBy };
}
