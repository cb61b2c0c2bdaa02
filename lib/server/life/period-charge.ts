import type { JobScope, PublisherScope } from '@/db/scope';
import { type LifeStep, saveLifeStep } from '@/db/subscription-life';
import type { Subscription } from '@/db/subscriptions';
import { smallerOf } from '@/lib/domain/money';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { Renewal } from '@/lib/domain/quantity-quote';
import { chargeCards, giveBack, type PaidCharge } from '@/lib/server/payment/card-charge';

/**
 * `owed`: the card was declined, and so was the backup; `approvalId` is then the charge that its bank would approve.
 * `not_charged`: nothing to pay, or it comes with the profile's invoice. `creditMinor` is what credit of the profile pays
 * of it.
 */
export type PeriodCharge = { readonly creditMinor: bigint; readonly approvalId: string | null } & (
  | (PaidCharge & { readonly outcome: 'paid' })
  | { readonly outcome: 'owed' | 'not_charged'; readonly id: null }
);

/** Takes the money of a period that begins, before the period does. A repeated run finds the same charge. */
export async function chargePeriod(
  scope: JobScope | PublisherScope,
  subscription: Subscription,
  { price, profileCreditMinor }: { readonly price: Renewal; readonly profileCreditMinor: bigint },
  now: number,
): Promise<Outcome<PeriodCharge, 'stale' | 'busy'>> {
  const { totalMinor } = price;
  if (subscription.profile.settlement === 'invoice' || totalMinor === 0n) {
    return accept({ outcome: 'not_charged', id: null, approvalId: null, creditMinor: 0n });
  }
  const creditMinor = smallerOf(profileCreditMinor, totalMinor);
  if (creditMinor === totalMinor) return accept({ outcome: 'not_charged', id: null, approvalId: null, creditMinor });
  // The version is part of the key: a charge given back because somebody was faster is spent.
  const key = `${subscription.id}:${price.on}:v${subscription.version}${creditMinor > 0n ? `:-${creditMinor}` : ''}`;
  const charged = await chargeCards(scope, { key, subscription, amountMinor: totalMinor - creditMinor, now });
  // The provider has not answered: the next run asks under the same key.
  if (!charged.ok) return refuse(charged.refusal === 'stale' ? 'stale' : 'busy');
  const answer = charged.value;
  if (answer.outcome === 'spent' && answer.earlier === 'refunded') return refuse('stale');
  const approvalId = answer.outcome === 'needs_action' ? answer.chargeId : null;
  return accept(
    answer.outcome === 'paid'
      ? { outcome: 'paid', ...answer.charge, approvalId, creditMinor }
      : { outcome: 'owed', id: null, approvalId, creditMinor },
  );
}

/** Saves the step that money was taken for. Somebody was faster: the money goes back. Busy: the next run finds it. */
export async function savePaidStep(
  scope: JobScope | PublisherScope,
  step: LifeStep,
  charge: PeriodCharge,
): Promise<Outcome<void, 'stale' | 'busy'>> {
  const saved = await saveLifeStep(scope, step);
  if (saved.ok || saved.refusal === 'busy' || charge.outcome !== 'paid') return saved;
  await giveBack(scope, step.subscription, charge, step.now);
  return saved;
}
