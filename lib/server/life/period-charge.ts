import { claimCharge, saveChargeAnswer } from '@/db/charges';
import type { JobScope } from '@/db/scope';
import { type LifeStep, saveLifeStep } from '@/db/subscription-life';
import type { Subscription } from '@/db/subscriptions';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { Renewal } from '@/lib/domain/quantity-quote';
import { paymentProvider } from '@/lib/server/payment/provider';

/** `owed`: the card was declined. `not_charged`: nothing to pay, or it comes with the profile's invoice. */
export type PeriodCharge =
  | { readonly outcome: 'paid'; readonly id: string; readonly key: string; readonly reference: string }
  | { readonly outcome: 'owed' | 'not_charged'; readonly id: null };

const OWED: PeriodCharge = { outcome: 'owed', id: null };
const NOT_CHARGED: PeriodCharge = { outcome: 'not_charged', id: null };

/** Takes the money of a period that begins, before the period does. A repeated run finds the same charge. */
export async function chargePeriod(
  scope: JobScope,
  subscription: Subscription,
  price: Renewal,
  now: number,
): Promise<Outcome<PeriodCharge, 'stale' | 'busy'>> {
  const { profile, paymentMethod, currency } = subscription;
  if (profile.settlement === 'invoice' || price.totalMinor === 0n) return accept(NOT_CHARGED);
  if (!paymentMethod?.token) return accept(OWED);
  // The version is part of the key: a charge given back because somebody was faster is spent.
  const key = `${subscription.id}:${price.on}:v${subscription.version}`;
  const amount = { amountMinor: price.totalMinor, currency };
  const claim = await claimCharge(scope, {
    idempotencyKey: key,
    subscription,
    paymentMethodId: paymentMethod.id,
    amount,
    askedAt: now,
  });
  if (!claim.ok) return claim;
  const { id, outcome } = claim.value;
  if (outcome === 'refunded') return refuse('stale');
  if (outcome === 'declined') return accept(OWED);
  const answer = await paymentProvider().charge({ token: paymentMethod.token, amount, idempotencyKey: key });
  const saved = await saveChargeAnswer(scope, subscription, id, answer, now);
  if (!saved.ok) return saved;
  return accept(answer.outcome === 'declined' ? OWED : { outcome: 'paid', id, key, reference: answer.reference });
}

/** Saves the step that money was taken for. Somebody was faster: the money goes back. Busy: the next run finds it. */
export async function savePaidStep(
  scope: JobScope,
  step: LifeStep,
  charge: PeriodCharge,
): Promise<Outcome<void, 'stale' | 'busy'>> {
  const saved = await saveLifeStep(scope, step);
  if (saved.ok || saved.refusal === 'busy' || charge.outcome !== 'paid') return saved;
  const { id, key, reference } = charge;
  await paymentProvider().refund(reference, `${key}:refund`);
  await saveChargeAnswer(scope, step.subscription, id, { outcome: 'refunded', reference }, step.now);
  return saved;
}
