import type { Day } from '@/lib/domain/days';
import type { Outcome } from '@/lib/domain/outcome';
import type { QuantityDecision } from '@/lib/domain/quantity-decision';
import type { QuantityQuote } from '@/lib/domain/quantity-quote';
import { type ActRefusal, saveAct } from './acts';
import type { AuditFacts } from './audit';
import { isCreditStill } from './charged-lines';
import type { Transaction } from './client';
import type { Recipient } from './colleagues';
import { hasCredit } from './profile-money';
import { applyDecision } from './quantity-effects';
import { figuresOf } from './quantity-figures';
import type { OrgScope } from './scope';
import { moveVersion } from './subscription-life';
import type { Subscription } from './subscriptions';

export type QuantityChange = {
  /** Minted when the form was rendered: the same key has one effect. */
  readonly key: string;
  readonly inputHash: string;
  readonly subscription: Subscription;
  readonly decision: QuantityDecision;
  readonly chargeId: string | null;
  readonly today: Day;
  readonly now: number;
  /** Who is sent the receipt, each in their own language. */
  readonly recipients: readonly Recipient[];
};

/**
 * The change with its money lines, audit entry, receipt and mails in one transaction, if the subscription is still at
 * the version it was decided from. Answers the receipt's id; `stale` when somebody was faster; `key_reused` when the
 * key belongs to another request.
 */
export async function saveQuantityChange(
  scope: OrgScope,
  change: QuantityChange,
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const { key, inputHash, subscription, decision, today, recipients, now } = change;
  const { figures, values } = figuresOf(decision, subscription, today, 'done');
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
      const takesEffectNow = decision.act !== 'decrease' && decision.act !== 'remove_planned_change';
      const becomes = takesEffectNow ? { quantity: decision.quote.to } : {};
      if ('quote' in decision && !(await isMoneyStill(tx, subscription, decision.quote))) return 'stale';
      if (!(await moveVersion(tx, { subscription, becomes, today, now }))) return 'stale';
      return { documents: await applyDecision(tx, scope, change) };
    },
  );
}

/** Whether what is credited stands as it was decided, and what is paid from credit is there. */
async function isMoneyStill(tx: Transaction, { id, billingProfileId }: Subscription, quote: QuantityQuote) {
  const { creditParts, fromCreditMinor } = quote;
  return (await isCreditStill(tx, id, creditParts)) && (await hasCredit(tx, billingProfileId, fromCreditMinor));
}

function beforeAndAfter({ decision, subscription }: QuantityChange): { before: AuditFacts; after: AuditFacts } {
  const planned = subscription.planned?.quantity ?? null;
  if (decision.act === 'remove_planned_change') return { before: { planned }, after: { planned: null } };
  const { from, to, effectiveOn, charge, credit, currency } = decision.quote;
  return {
    before: { quantity: from, planned },
    after: {
      quantity: to,
      effectiveOn,
      currency,
      chargeMinor: charge.totalMinor.toString(),
      creditMinor: credit.totalMinor.toString(),
    },
  };
}
