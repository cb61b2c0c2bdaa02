import { and, eq, isNull } from 'drizzle-orm';
import type { Cancellation } from '@/lib/domain/cancellation';
import type { Day } from '@/lib/domain/days';
import type { Outcome } from '@/lib/domain/outcome';
import type { StateChange } from '@/lib/domain/subscription-states';
import { type Act, type ActRefusal, saveAct } from './acts';
import { cancellationFigures } from './cancellation-figures';
import { isCreditStill } from './charged-lines';
import type { Transaction } from './client';
import type { Recipient } from './colleagues';
import { recordFullCredit } from './full-credits';
import { newId } from './ids';
import { keepFigures } from './keep-figures';
import { recordOutboxEvent } from './outbox';
import { cancellations } from './schema';
import type { OrgScope } from './scope';
import { closePlannedChange, moveVersion } from './subscription-life';
import type { Subscription } from './subscriptions';

type Asked = {
  /** Minted when the form was rendered: the same key has one effect. */
  readonly key: string;
  readonly inputHash: string;
  readonly subscription: Subscription;
  readonly today: Day;
  readonly now: number;
  readonly recipients: readonly Recipient[];
};

/**
 * The ending with its credit note, refunds, audit entry, receipt and mails in one transaction, if the subscription is
 * still at the version it was decided from. Answers the receipt's id; `stale` when somebody was faster.
 */
export async function saveCancellation(
  scope: OrgScope,
  asked: Asked & { readonly decision: Cancellation },
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const { subscription, decision, today, now } = asked;
  const { currency } = subscription;
  const { endsOn, credit, refundMinor, next } = decision;
  const act: Act = {
    ...actOf(asked, cancellationFigures(decision, subscription, 'done')),
    act: decision.act,
    before: { state: decision.from, planned: decision.plannedQuantity },
    after: {
      state: next.state,
      ...(next.disabledReason ? { disabledReason: next.disabledReason } : {}),
      endsOn,
      currency,
      creditMinor: credit.totalMinor.toString(),
      refundMinor: refundMinor.toString(),
    },
  };
  return saveAct(scope, act, async (tx) => {
    if (!(await isCreditStill(tx, subscription.id, decision.creditParts))) return 'stale';
    if (!(await moveVersion(tx, { subscription, becomes: next, today, now }))) return 'stale';
    if (subscription.planned) await closePlannedChange(tx, asked, 'removed');
    await openCancellation(tx, scope, asked);
    const documents = await recordFullCredit(tx, asked);
    for (const chargeId of decision.refundedChargeIds) {
      await recordOutboxEvent(tx, newId(), { kind: 'card_refund', payload: { chargeId } }, now);
    }
    return { documents };
  });
}

/** The subscription goes on after all, with audit entry, receipt and mails in one transaction. */
export async function saveKeep(
  scope: OrgScope,
  asked: Asked & { readonly next: StateChange },
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const { subscription, next, today, now } = asked;
  const act: Act = {
    ...actOf(asked, keepFigures(subscription)),
    act: 'undo_cancel',
    before: { state: subscription.state, endsOn: subscription.endsOn },
    after: { state: next.state, endsOn: null },
  };
  return saveAct(scope, act, async (tx) => {
    if (!(await moveVersion(tx, { subscription, becomes: { state: next.state }, today, now }))) return 'stale';
    await closeCancellation(tx, subscription, { undoneAt: now });
    return {};
  });
}

function actOf(
  { key, inputHash, subscription, recipients, now }: Asked,
  figures: Pick<Act['facts'], 'figures' | 'values'>,
): Omit<Act, 'act' | 'before' | 'after'> {
  const { id: subscriptionId, billingProfileId, offer, profile } = subscription;
  const facts = { subject: offer.name, timeZone: profile.timeZone, ...figures };
  return { key, inputHash, subscriptionId, billingProfileId, facts, recipients, now };
}

async function openCancellation(
  tx: Transaction,
  { personId }: OrgScope,
  { key, subscription, decision, now }: Asked & { readonly decision: Cancellation },
) {
  await closeCancellation(tx, subscription, { supersededAt: now });
  const { time, endsOn } = decision;
  await tx
    .insert(cancellations)
    .values({ id: key, subscriptionId: subscription.id, personId, time, endsOn, cancelledAt: now });
}

async function closeCancellation(
  tx: Transaction,
  { id }: Subscription,
  closed: { readonly undoneAt: number } | { readonly supersededAt: number },
) {
  await tx
    .update(cancellations)
    .set(closed)
    .where(
      and(eq(cancellations.subscriptionId, id), isNull(cancellations.undoneAt), isNull(cancellations.supersededAt)),
    );
}
