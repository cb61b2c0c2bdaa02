import { listReceiptRecipients, type Recipient } from '@/db/colleagues';
import type { OrgScope } from '@/db/scope';
import type { Subscription } from '@/db/subscriptions';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { type CardRequest, chargeCards, giveBack, type PaidCharge } from './card-charge';

type PaidChange = CardRequest & { readonly subscription: Subscription };

/** What the change is saved with: the subscription with the card that paid, and who is sent the receipt. */
type Paid = {
  readonly subscription: Subscription;
  readonly chargeId: string | null;
  readonly recipients: readonly Recipient[];
};

export type MoneyRefusal = 'payment_declined' | 'approval_needed' | 'still_running' | 'preview_gone' | 'busy';

/**
 * A change that takes effect now, after its money: a card that is declined, or that its bank wants to approve first,
 * changes nothing, and a change that turns out stale gives the money back. `preview_gone` when the key's money was
 * declined or given back before.
 */
export async function saveCharged<Refusal extends string>(
  scope: OrgScope,
  request: PaidChange,
  save: (paid: Paid) => Promise<Outcome<string, Refusal> | 'stale'>,
): Promise<Outcome<string, Refusal | MoneyRefusal> | 'stale'> {
  const { subscription, now } = request;
  const charge = await takeMoney(scope, request);
  if (!charge.ok) return charge.refusal === 'stale' ? 'stale' : refuse(charge.refusal);
  const recipients = await listReceiptRecipients(scope, subscription.billingProfileId);
  const chargeId = charge.value?.id ?? null;
  const paid = charge.value
    ? { ...subscription, paymentMethod: charge.value.method, backupMethod: null }
    : subscription;
  const saved = await save({ subscription: paid, chargeId, recipients });
  const isSaved = saved !== 'stale' && saved.ok;
  if (!isSaved && charge.value) await giveBack(scope, subscription, charge.value, now);
  return saved;
}

/** Undefined where nothing is to be paid, or it comes on the profile's invoice. */
async function takeMoney(
  scope: OrgScope,
  request: PaidChange,
): Promise<Outcome<PaidCharge | undefined, MoneyRefusal | 'stale'>> {
  const { subscription, amountMinor } = request;
  if (subscription.profile.settlement === 'invoice' || amountMinor === 0n) return accept(undefined);
  const charged = await chargeCards(scope, request);
  if (!charged.ok) return charged;
  if (charged.value.outcome === 'paid') return accept(charged.value.charge);
  if (charged.value.outcome === 'needs_action') return refuse('approval_needed');
  return refuse(charged.value.outcome === 'spent' ? 'preview_gone' : 'payment_declined');
}
