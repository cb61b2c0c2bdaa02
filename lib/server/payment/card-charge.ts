import { saveGivenBack } from '@/db/charge-returns';
import { type ChargedSubscription, claimCharge, findAskedCharge, findCharge, saveChargeAnswer } from '@/db/charges';
import type { JobScope, OrgScope, PublisherScope } from '@/db/scope';
import type { Subscription } from '@/db/subscriptions';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { paymentProvider } from './provider';

export type CardRequest = {
  /** The same key is the same charge, however often it is asked for. */
  readonly key: string;
  readonly subscription: ChargedSubscription;
  readonly documentId?: string;
  readonly amountMinor: bigint;
  readonly now: number;
};

type PaymentMethod = NonNullable<ChargedSubscription['paymentMethod']>;

/** `method` is the card that paid. */
export type PaidCharge = {
  readonly id: string;
  readonly key: string;
  readonly reference: string;
  readonly method: PaymentMethod;
};

/**
 * `needs_action`: the bank wants the charge approved, and nothing was taken yet. `spent`: the key's money was declined
 * or given back before, and the provider would repeat its old answer.
 */
export type CardAnswer =
  | { readonly outcome: 'paid'; readonly charge: PaidCharge }
  | { readonly outcome: 'declined' }
  | { readonly outcome: 'needs_action'; readonly chargeId: string }
  | { readonly outcome: 'spent'; readonly earlier: 'declined' | 'refunded' };

/**
 * Takes money from the profile's card; when it is declined or wants an approval, from the backup, under a key of its
 * own. Every attempt is kept. `stale` when a card has been replaced since the subscription was read, `still_running`
 * when the provider has not said what became of it: the same key asks again.
 */
export async function chargeCards(
  scope: OrgScope | PublisherScope | JobScope,
  request: CardRequest,
): Promise<Outcome<CardAnswer, 'busy' | 'stale' | 'still_running'>> {
  const { paymentMethod, backupMethod } = request.subscription;
  if (!paymentMethod?.token) return accept({ outcome: 'declined' });
  const first = await chargeCard(scope, request, paymentMethod);
  if (!first.ok || !backupMethod || !(isDeclined(first.value) || isWaiting(first.value))) return first;
  const second = await chargeCard(scope, { ...request, key: `${request.key}:backup` }, backupMethod);
  return second.ok && isDeclined(second.value) && isWaiting(first.value) ? first : second;
}

function isWaiting({ outcome }: CardAnswer): boolean {
  return outcome === 'needs_action';
}

function isDeclined(answer: CardAnswer): boolean {
  return answer.outcome === 'declined' || (answer.outcome === 'spent' && answer.earlier === 'declined');
}

/** Noted first, then asked for, then the answer is kept. */
async function chargeCard(
  scope: OrgScope | PublisherScope | JobScope,
  { key, subscription, documentId, amountMinor, now }: CardRequest,
  method: PaymentMethod,
): Promise<Outcome<CardAnswer, 'busy' | 'stale' | 'still_running'>> {
  const amount = { amountMinor, currency: subscription.currency };
  const asked = { idempotencyKey: key, subscription, documentId, paymentMethodId: method.id, amount, askedAt: now };
  const claim = await claimCharge(scope, asked);
  if (!claim.ok) return claim;
  const { id, outcome: earlier, reference, method: charged } = claim.value;
  if (earlier === 'declined') return accept({ outcome: 'spent', earlier });
  if (earlier === 'refunded' || earlier === 'disputed') return accept({ outcome: 'spent', earlier: 'refunded' });
  if (earlier === 'needs_action') return accept({ outcome: earlier, chargeId: id });
  if (reference !== null) return accept({ outcome: 'paid', charge: { id, key, reference, method: charged } });
  const { token } = charged;
  if (token === null) throw new Error('A card was forgotten while a charge was under way');
  const answer = await paymentProvider().charge({ token, amount, idempotencyKey: key });
  if (answer.outcome === 'unanswered') return refuse('still_running');
  const saved = await saveChargeAnswer(scope, subscription, id, answer, now);
  if (!saved.ok) return saved;
  if (answer.outcome === 'declined') return accept({ outcome: 'declined' });
  if (answer.outcome === 'needs_action') return accept({ outcome: 'needs_action', chargeId: id });
  return accept({ outcome: 'paid', charge: { id, key, reference: answer.reference, method: charged } });
}

/** Gives a whole charge back: what it was taken for could not be done after all. The provider is asked by the outbox. */
export async function giveBack(
  scope: OrgScope | PublisherScope | JobScope,
  subscription: Pick<Subscription, 'organizationId'>,
  { id }: Pick<PaidCharge, 'id'>,
  now: number,
): Promise<void> {
  await saveGivenBack(scope, subscription, id, now);
}

/** Asks again, under the same key, what became of a charge whose answer never came. */
export async function answerCharge(scope: JobScope, chargeId: string, now: number): Promise<void> {
  const charge = await findAskedCharge(scope, chargeId);
  if (!charge) return;
  const { token, amount, idempotencyKey, organizationId } = charge;
  const answer = await paymentProvider().charge({ token, amount, idempotencyKey });
  if (answer.outcome === 'unanswered') return;
  await saveChargeAnswer(scope, { organizationId }, chargeId, answer, now);
}

/**
 * Gives back what a card has paid; nothing for a charge that took no money, or whose money the bank took back. Asked
 * again, the provider does it once.
 */
export async function refundCharge(scope: JobScope, chargeId: string, now: number): Promise<void> {
  const charge = await findCharge(scope, chargeId);
  if (!charge || charge.providerReference === null) return;
  const { id, outcome, idempotencyKey: key, providerReference: reference } = charge;
  if (outcome !== 'succeeded' && outcome !== 'refunded') return;
  await paymentProvider().refund(reference, `${key}:refund`);
  if (outcome === 'succeeded') await saveChargeAnswer(scope, charge, id, { outcome: 'refunded', reference }, now);
}
