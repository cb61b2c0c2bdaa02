import type { Outcome } from '@/lib/domain/outcome';
import type { Renewal } from '@/lib/domain/quantity-quote';
import { type Act, type ActRefusal, saveAct } from './acts';
import { recordAuditEntry } from './audit';
import type { Recipient } from './colleagues';
import { type BoughtPlan, purchaseFigures } from './purchase-figures';
import { insertPurchase, type PurchaseDraft, purchaseFacts } from './purchases';
import type { OrgScope } from './scope';
import type { Subscription } from './subscriptions';

export type Replacement = {
  readonly key: string;
  readonly inputHash: string;
  readonly replaced: Subscription;
  readonly purchase: BoughtPlan & { readonly draft: PurchaseDraft };
  readonly price: Renewal;
  readonly recipients: readonly Recipient[];
  readonly now: number;
};

/**
 * The new subscription with the accepted agreement, the audit of both, receipt and mails in one transaction. Answers
 * the receipt's id; `stale` when the old one was bought again by somebody faster.
 */
export async function saveReplacement(
  scope: OrgScope,
  asked: Replacement,
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const { key, inputHash, replaced, purchase, recipients, now } = asked;
  const { draft, offer, profile } = purchase;
  const act: Act = {
    key,
    inputHash,
    act: 'buy_again',
    subscriptionId: draft.id,
    billingProfileId: draft.billingProfileId,
    before: {},
    after: { ...purchaseFacts(draft), replacesId: replaced.id },
    facts: { subject: offer.name, timeZone: profile.timeZone, ...purchaseFigures(asked, 'done') },
    recipients,
    now,
  };
  return saveAct(scope, act, async (tx) => {
    if (!(await insertPurchase(tx, scope, draft))) return 'stale';
    await recordAuditEntry(tx, {
      organizationId: scope.organizationId,
      personId: scope.personId,
      act: 'replaced',
      subscriptionId: replaced.id,
      billingProfileId: replaced.billingProfileId,
      before: {},
      after: { replacedById: draft.id },
      at: now,
    });
    return {};
  });
}
