import { listReceiptRecipients } from '@/db/colleagues';
import { findPreview, hashOfRequest, type Preview } from '@/db/previews';
import { saveQuantityChange } from '@/db/quantity-changes';
import { findQuantityFacts } from '@/db/quantity-facts';
import { findReceiptOfKey } from '@/db/receipts';
import type { OrgScope } from '@/db/scope';
import type { Subscription } from '@/db/subscriptions';
import { dayIn } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import {
  canonicalDecision,
  decideWish,
  type QuantityDecision,
  type QuantityWish,
  type WishRefusal,
} from '@/lib/domain/quantity-decision';
import { chargeCard, giveBack, type PaidCharge } from './payment/card-charge';

export type CommitRequest = {
  readonly key: string;
  readonly subscriptionId: string;
  readonly wish: QuantityWish;
  readonly now: number;
};

export type CommitRefusal =
  | WishRefusal
  | 'not_found'
  | 'key_reused'
  | 'preview_gone'
  | 'preview_differs'
  | 'payment_declined'
  | 'busy';

/**
 * Does what was reviewed, once, or refuses and changes nothing. On a card the money comes first; a change that turns
 * out stale after that is refunded. Answers the receipt's id, for a repeated submit the first one's.
 */
export async function commitQuantityChange(
  scope: OrgScope,
  request: CommitRequest,
): Promise<Outcome<string, CommitRefusal>> {
  const { key, subscriptionId, wish, now } = request;
  const inputHash = hashOfRequest(subscriptionId, wish);
  const earlier = await findReceiptOfKey(scope, key);
  if (earlier) return earlier.inputHash === inputHash ? accept(earlier.id) : refuse('key_reused');

  const preview = await findPreview(scope, key);
  if (!preview || preview.expiresAt <= now) return refuse('preview_gone');
  if (hashOfRequest(preview.subscriptionId, preview.wish) !== inputHash) return refuse('key_reused');

  const found = await findQuantityFacts(scope, subscriptionId);
  if (!found) return refuse('not_found');
  const { subscription, facts } = found;
  const today = dayIn(subscription.profile.timeZone, now);
  const decision = decideWish(facts, wish, today);
  if (!decision.ok) return decision;
  if (!isAsShown(preview, subscription, decision.value)) return refuse('preview_differs');

  const charge = await takeMoney(scope, { key, subscription, decision: decision.value, now });
  if (!charge.ok) return charge;
  const recipients = await listReceiptRecipients(scope, subscription.billingProfileId);
  const saved = await saveQuantityChange(scope, {
    key,
    inputHash,
    subscription,
    decision: decision.value,
    chargeId: charge.value?.id ?? null,
    today,
    now,
    recipients,
  });
  if (saved.ok) return saved;
  if (charge.value) await giveBack(scope, subscription, charge.value, now);
  return refuse(saved.refusal === 'stale' ? 'preview_differs' : saved.refusal);
}

/** What the reader saw: everything of the decision, and the version it was made from. */
export function isAsShown(preview: Preview, subscription: Subscription, decision: QuantityDecision): boolean {
  return preview.shown === canonicalDecision(decision) && preview.subscriptionVersion === subscription.version;
}

type Asked = { key: string; subscription: Subscription; decision: QuantityDecision; now: number };

async function takeMoney(
  scope: OrgScope,
  { key, subscription, decision, now }: Asked,
): Promise<Outcome<PaidCharge | undefined, 'payment_declined' | 'preview_gone' | 'busy'>> {
  if (decision.act !== 'increase' || decision.quote.settlement === 'invoice') return accept(undefined);
  const { totalMinor: amountMinor } = decision.quote.charge;
  const { paymentMethod } = subscription;
  if (amountMinor === 0n) return accept(undefined);
  if (!paymentMethod?.token) return refuse('payment_declined');
  const card = { id: paymentMethod.id, token: paymentMethod.token };
  const charged = await chargeCard(scope, { key, subscription, card, amountMinor, now });
  if (!charged.ok) return charged;
  if (charged.value.outcome === 'paid') return accept(charged.value.charge);
  return refuse(charged.value.outcome === 'spent' ? 'preview_gone' : 'payment_declined');
}
