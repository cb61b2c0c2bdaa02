import type { DeclineReason } from '@/lib/domain/orders';
import type { Outcome } from '@/lib/domain/outcome';
import { type Act, type ActRefusal, saveAct } from './acts';
import { closeOrder, type Order } from './orders';
import type { OrgScope } from './scope';
import { appFigure } from './subscription-figures';

type Declining = {
  readonly key: string;
  readonly inputHash: string;
  readonly order: Order;
  /** On which whoever declines it may buy: who has a role there may read the receipt. */
  readonly billingProfileId: string;
  readonly reason: DeclineReason;
  readonly comment: string | null;
  readonly now: number;
};

/**
 * The end of an order with its audit entry and receipt in one transaction; nobody is sent a mail. Answers the receipt's
 * id; `stale` when somebody was faster.
 */
export async function saveDeclinedOrder(
  scope: OrgScope,
  { key, inputHash, order, billingProfileId, reason, comment, now }: Declining,
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const { offer, plan, senderName, channel, quantity } = order;
  const act: Act = {
    key,
    inputHash,
    act: 'decline_order',
    subscriptionId: null,
    billingProfileId,
    before: {},
    after: { app: offer.name, sender: senderName, channel, reason },
    facts: {
      subject: offer.name,
      timeZone: order.timeZone,
      values: { app: { text: offer.name }, sender: { text: senderName } },
      figures: [
        appFigure({ offer, plan }),
        { name: 'bought', values: { pricing: { code: plan.pricing }, count: { count: quantity ?? 0 } } },
        { name: 'sentBy', values: { sender: { text: senderName }, channel: { code: channel } } },
        { name: 'declineReason', values: { reason: { code: reason } } },
      ],
    },
    recipients: [],
    now,
  };
  return saveAct(scope, act, async (tx) =>
    (await closeOrder(tx, scope, order, { now, declined: { reason, comment } })) ? {} : 'stale',
  );
}
