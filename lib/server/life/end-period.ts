import { findQuantityFactsOf } from '@/db/quantity-facts';
import type { JobScope } from '@/db/scope';
import { saveLifeStep } from '@/db/subscription-life';
import { findSubscriptionForJob, type Subscription } from '@/db/subscriptions';
import { addDays, addTerm, type Day, dayIn, dayOfMonth } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { requirePolicy } from '@/lib/domain/policies';
import { renewalOf } from '@/lib/domain/quantity-quote';
import { renewalTermsOf } from '@/lib/domain/renewal-terms';
import type { SubscriptionFacts } from '@/lib/domain/subscription-facts';
import { nextState, type SubscriptionState } from '@/lib/domain/subscription-states';
import type { LifeRefusal, LifeRequest } from './activate';
import { chargePeriod, savePaidStep } from './period-charge';

type Ending = {
  readonly subscription: Subscription;
  readonly periodEnd: Day;
  readonly today: Day;
  readonly now: number;
};

/**
 * The period is over: an active subscription is renewed, one that was cancelled or had a fixed term ends, one that is
 * past due stays frozen until it is paid. Answers the state it is in now; `not_due` before the period's end.
 */
export async function endPeriod(
  scope: JobScope,
  { subscriptionId, now }: LifeRequest,
): Promise<Outcome<SubscriptionState, LifeRefusal | 'not_due'>> {
  const subscription = await findSubscriptionForJob(scope, subscriptionId);
  return subscription ? endPeriodOf(scope, subscription, now) : refuse('not_found');
}

/** The same for a subscription that was read already. */
export async function endPeriodOf(
  scope: JobScope,
  subscription: Subscription,
  now: number,
): Promise<Outcome<SubscriptionState, LifeRefusal | 'not_due'>> {
  const { state, periodEnd } = subscription;
  if (periodEnd === null || state === 'disabled') return refuse('invalid_transition');
  const today = dayIn(subscription.profile.timeZone, now);
  if (today < periodEnd) return refuse('not_due');
  const ending = { subscription, periodEnd, today, now };
  if (state !== 'active' || !subscription.plan.renews) return end(scope, ending);
  const { facts } = await findQuantityFactsOf(scope, subscription);
  return renew(scope, facts, ending);
}

/** The planned change first, then the money, then the next period with its invoice. */
async function renew(
  scope: JobScope,
  facts: SubscriptionFacts,
  { subscription, periodEnd, today, now }: Ending,
): Promise<Outcome<SubscriptionState, LifeRefusal>> {
  const { anchorOn, policyVersion } = subscription;
  if (anchorOn === null) throw new Error(`No anchor in state ${subscription.state}`);
  const { quantity, unitAmountMinor, term, plan, planned } = renewalTermsOf(facts);
  const price = renewalOf(quantity ?? 1, periodEnd, { ...facts, unitAmountMinor });
  const charge = await chargePeriod(scope, subscription, { ...facts, price }, now);
  if (!charge.ok) return charge;
  const isOwed = charge.value.outcome === 'owed';
  const next = nextState(subscription.state, isOwed ? 'period_ends_charge_failed' : 'period_ends_charge_ok');
  if (!next.ok) return next;

  const period = { periodStart: periodEnd, periodEnd: addTerm(periodEnd, term, dayOfMonth(anchorOn)) };
  const saved = await savePaidStep(
    scope,
    {
      act: 'renew',
      subscription,
      becomes: {
        state: next.value.state,
        quantity,
        ...period,
        ...(isOwed ? { payBy: addDays(today, requirePolicy(policyVersion).nonpaymentDays) } : {}),
      },
      bill: {
        ...period,
        quantity,
        amounts: price,
        vatRateBp: facts.vatRateBp,
        chargeId: charge.value.id,
        approvalId: charge.value.approvalId,
        creditMinor: charge.value.creditMinor,
      },
      plan,
      planned,
      today,
      now,
    },
    charge.value,
  );
  return saved.ok ? accept(next.value.state) : saved;
}

async function end(
  scope: JobScope,
  { subscription, today, now }: Ending,
): Promise<Outcome<SubscriptionState, LifeRefusal>> {
  const next = nextState(subscription.state, subscription.state === 'active' ? 'fixed_term_ends' : 'period_ends');
  if (!next.ok) return next;
  if (next.value.state === subscription.state) return accept(subscription.state);
  const saved = await saveLifeStep(scope, {
    act: 'end',
    subscription,
    becomes: next.value,
    planned: subscription.planned ? 'removed' : undefined,
    today,
    now,
  });
  return saved.ok ? accept(next.value.state) : saved;
}
