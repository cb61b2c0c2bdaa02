import { findQuantityFactsForJob } from '@/db/quantity-facts';
import type { JobScope, PublisherScope } from '@/db/scope';
import { type ActivationRefusal, type AgreedPurchase, findActivationRefusal } from '@/lib/domain/activation';
import { addDays, addTerm, dayIn, dayOfMonth } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { requirePolicy } from '@/lib/domain/policies';
import { renewalOf } from '@/lib/domain/quantity-quote';
import { isPossible, nextState, type SubscriptionState } from '@/lib/domain/subscription-states';
import { chargePeriod, savePaidStep } from './period-charge';

export type LifeRequest = { readonly subscriptionId: string; readonly now: number };
export type LifeRefusal = 'not_found' | 'invalid_transition' | 'stale' | 'busy';

type ActivationRequest = LifeRequest & { readonly agreed?: AgreedPurchase };

/**
 * The publisher has set the app up: the first period starts today in the billing profile's time zone and is billed.
 * `agreed` is compared with what was bought. A declined card leaves the subscription past due. Answers the state it is
 * in now.
 */
export async function activateSubscription(
  scope: JobScope | PublisherScope,
  { subscriptionId, agreed, now }: ActivationRequest,
): Promise<Outcome<SubscriptionState, LifeRefusal | ActivationRefusal>> {
  const found = await findQuantityFactsForJob(scope, subscriptionId);
  if (!found) return refuse('not_found');
  const { subscription, facts } = found;
  const refusal = agreed && findActivationRefusal(subscription, agreed);
  if (refusal) return refuse(refusal);
  if (!isPossible(subscription.state, 'activate_charge_ok')) return refuse('invalid_transition');

  const today = dayIn(subscription.profile.timeZone, now);
  const price = renewalOf(subscription.quantity ?? 1, today, facts);
  const charge = await chargePeriod(scope, subscription, { ...facts, price }, now);
  if (!charge.ok) return charge;
  const isOwed = charge.value.outcome === 'owed';
  const next = nextState(subscription.state, isOwed ? 'activate_charge_failed' : 'activate_charge_ok');
  if (!next.ok) return next;

  const { firstInvoiceNonpaymentDays } = requirePolicy(subscription.policyVersion);
  const period = { periodStart: today, periodEnd: addTerm(today, subscription.plan.term, dayOfMonth(today)) };
  const saved = await savePaidStep(
    scope,
    {
      act: 'activate',
      subscription,
      becomes: {
        state: next.value.state,
        anchorOn: today,
        ...period,
        ...(isOwed ? { payBy: addDays(today, firstInvoiceNonpaymentDays) } : {}),
      },
      bill: {
        ...period,
        quantity: subscription.quantity,
        amounts: price,
        vatRateBp: facts.vatRateBp,
        chargeId: charge.value.id,
        approvalId: charge.value.approvalId,
        creditMinor: charge.value.creditMinor,
      },
      today,
      now,
    },
    charge.value,
  );
  return saved.ok ? accept(next.value.state) : saved;
}
