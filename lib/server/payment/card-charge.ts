import { claimCharge, findCharge, saveChargeAnswer } from '@/db/charges';
import type { JobScope, OrgScope } from '@/db/scope';
import type { Subscription } from '@/db/subscriptions';
import { accept, type Outcome } from '@/lib/domain/outcome';
import { paymentProvider } from './provider';

export type CardRequest = {
  /** The same key is the same charge, however often it is asked for. */
  readonly key: string;
  readonly subscription: Subscription;
  readonly card: { readonly id: string; readonly token: string };
  readonly amountMinor: bigint;
  readonly now: number;
};

export type PaidCharge = { readonly id: string; readonly key: string; readonly reference: string };

/** `spent`: the key's money was declined or given back before, and the provider would repeat its old answer. */
export type CardAnswer =
  | { readonly outcome: 'paid'; readonly charge: PaidCharge }
  | { readonly outcome: 'declined' }
  | { readonly outcome: 'spent'; readonly earlier: 'declined' | 'refunded' };

/** Takes money from a card: noted first, then asked for, then the answer is kept. */
export async function chargeCard(
  scope: OrgScope | JobScope,
  { key, subscription, card, amountMinor, now }: CardRequest,
): Promise<Outcome<CardAnswer, 'busy'>> {
  const amount = { amountMinor, currency: subscription.currency };
  const asked = { idempotencyKey: key, subscription, paymentMethodId: card.id, amount, askedAt: now };
  const claim = await claimCharge(scope, asked);
  if (!claim.ok) return claim;
  const { id, outcome: earlier } = claim.value;
  if (earlier === 'declined' || earlier === 'refunded') return accept({ outcome: 'spent', earlier });
  const answer = await paymentProvider().charge({ token: card.token, amount, idempotencyKey: key });
  const saved = await saveChargeAnswer(scope, subscription, id, answer, now);
  if (!saved.ok) return saved;
  if (answer.outcome === 'declined') return accept({ outcome: 'declined' });
  return accept({ outcome: 'paid', charge: { id, key, reference: answer.reference } });
}

/** Gives a whole charge back: what it was taken for could not be done after all. */
export async function giveBack(
  scope: OrgScope | JobScope,
  subscription: Pick<Subscription, 'organizationId'>,
  { id, key, reference }: PaidCharge,
  now: number,
): Promise<void> {
  await paymentProvider().refund(reference, `${key}:refund`);
  await saveChargeAnswer(scope, subscription, id, { outcome: 'refunded', reference }, now);
}

/** Gives back what a card has paid, once; nothing for a charge that took no money or has been given back. */
export async function refundCharge(scope: JobScope, chargeId: string, now: number): Promise<void> {
  const charge = await findCharge(scope, chargeId);
  if (charge?.outcome !== 'succeeded' || charge.providerReference === null) return;
  const { id, idempotencyKey: key, providerReference: reference } = charge;
  await giveBack(scope, charge, { id, key, reference }, now);
}
