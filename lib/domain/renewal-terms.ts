import { decideApplyPending } from './licenses';
import { refusalOfSide } from './plan-change';
import type { PlanTerms, Term } from './plans';
import type { SubscriptionFacts } from './subscription-facts';

/** What a subscription is renewed as: with its planned change, if that still fits. */
export type RenewalTerms = {
  readonly quantity: number | null;
  readonly unitAmountMinor: bigint;
  readonly term: Term;
  /** The plan it goes over to; undefined when it stays. */
  readonly plan: PlanTerms | undefined;
  /** What becomes of the planned change; undefined when there is none. */
  readonly planned: 'applied' | 'removed' | undefined;
};

/** The planned change is judged again by what is so on the day; one that no longer fits is removed, and nothing changes. */
export function renewalTermsOf(facts: SubscriptionFacts): RenewalTerms {
  const { quantity, unitAmountMinor, term, pendingChange } = facts;
  const same = { quantity, unitAmountMinor, term, plan: undefined };
  if (!pendingChange) return { ...same, planned: undefined };
  const { plan, to } = pendingChange;
  if (!plan) {
    const applied = decideApplyPending(facts);
    return applied.ok ? { ...same, quantity: applied.value.to, planned: 'applied' } : { ...same, planned: 'removed' };
  }
  if (refusalOfSide(facts, { plan, quantity: to })) return { ...same, planned: 'removed' };
  return { quantity: to, unitAmountMinor: plan.unitAmountMinor, term: plan.term, plan, planned: 'applied' };
}
