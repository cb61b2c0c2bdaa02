import type { Figure } from '@/lib/domain/figures';
import type { Outcome } from '@/lib/domain/outcome';
import type { Renewal } from '@/lib/domain/quantity-quote';
import { type Act, type ActRefusal, saveAct } from './acts';
import type { Recipient } from './colleagues';
import { closeOrder, isOrderOpen, type Order } from './orders';
import { type BoughtPlan, purchaseFigures } from './purchase-figures';
import { insertPurchase, type PurchaseDraft, purchaseFacts } from './purchases';
import type { OrgScope } from './scope';

export type AppPurchase = {
  readonly key: string;
  readonly inputHash: string;
  readonly purchase: BoughtPlan & { readonly draft: PurchaseDraft };
  readonly price: Renewal;
  /** What is accepted by the purchase: a partner's order or a proposal. */
  readonly order: Order | undefined;
  readonly recipients: readonly Recipient[];
  readonly now: number;
};

/**
 * The new subscription with the accepted agreement, the end of the order it came from, audit, receipt and mails in one
 * transaction. Answers the receipt's id; `stale` when the order was answered or changed by somebody faster.
 */
export async function saveAppPurchase(
  scope: OrgScope,
  asked: AppPurchase,
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const { key, inputHash, purchase, order, recipients, now } = asked;
  const { draft, offer, profile } = purchase;
  const { figures, values } = purchaseFigures(asked, 'done');
  const act: Act = {
    key,
    inputHash,
    act: order ? 'accept_order' : 'purchase',
    subscriptionId: draft.id,
    billingProfileId: draft.billingProfileId,
    before: {},
    after: { ...purchaseFacts(draft), channel: draft.channel, ...(order ? { sender: order.senderName } : {}) },
    facts: { subject: offer.name, timeZone: profile.timeZone, values, figures: withSender(figures, order) },
    recipients,
    now,
  };
  return saveAct(scope, act, async (tx) => {
    if (order && !(await isOrderOpen(tx, scope, order))) return 'stale';
    if (!(await insertPurchase(tx, scope, draft))) return 'stale';
    if (order && !(await closeOrder(tx, scope, order, { now }))) throw new Error('The order was open a moment ago');
    return {};
  });
}

/** The figures of a purchase, with who sent the order after the app. */
export function withSender(figures: readonly Figure[], order: Order | undefined): readonly Figure[] {
  if (!order) return figures;
  const values = { sender: { text: order.senderName }, channel: { code: order.channel } };
  return figures.flatMap((figure) => (figure.name === 'app' ? [figure, { name: 'sentBy', values }] : [figure]));
}
