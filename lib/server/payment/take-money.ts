import type { OrgScope } from '@/db/scope';
import type { Subscription } from '@/db/subscriptions';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { type CardRequest, chargeCards, type PaidCharge } from './card-charge';

/**
 * The money of a change that takes effect now, before it does: undefined where nothing is to be paid, or it comes on
 * the profile's invoice. `preview_gone` when the key's money was declined or given back before.
 */
export async function takeMoney(
  scope: OrgScope,
  request: CardRequest & { readonly subscription: Subscription },
): Promise<Outcome<PaidCharge | undefined, 'payment_declined' | 'preview_gone' | 'busy' | 'stale'>> {
  const { subscription, amountMinor } = request;
  if (subscription.profile.settlement === 'invoice' || amountMinor === 0n) return accept(undefined);
  const charged = await chargeCards(scope, request);
  if (!charged.ok) return charged;
  if (charged.value.outcome === 'paid') return accept(charged.value.charge);
  return refuse(charged.value.outcome === 'spent' ? 'preview_gone' : 'payment_declined');
}
