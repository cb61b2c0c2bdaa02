import type { Day } from './days';
import { accept, type Outcome } from './outcome';
import {
  decideKeepPlan,
  decidePlanChange,
  type KeepPlanRefusal,
  type KeptPlan,
  type PlanQuote,
  type PlanRefusal,
} from './plan-change';
import type { PlanTerms } from './plans';
import type { SubscriptionFacts } from './subscription-facts';

/** What a reader asks for: another plan, or that the planned one is given up. */
export type PlanWish =
  | {
      readonly act: 'change';
      readonly planId: string;
      readonly quantity: number | null;
      readonly replacePlanned: boolean;
    }
  | { readonly act: 'keep' };

/** What would be done, in full. `change_plan_at_renewal` waits, `change_plan` does not. */
export type PlanDecision =
  | { readonly act: 'change_plan' | 'change_plan_at_renewal'; readonly quote: PlanQuote }
  | { readonly act: 'keep_plan'; readonly kept: KeptPlan };

export type PlanWishRefusal = PlanRefusal | KeepPlanRefusal;

/** The rule that a wish asks for; `to` is the plan it names. `today` is the day in the billing profile's time zone. */
export function decidePlanWish(
  facts: SubscriptionFacts,
  wish: { readonly act: 'keep' } | (Extract<PlanWish, { act: 'change' }> & { readonly to: PlanTerms }),
  { from, today }: { readonly from: PlanTerms; readonly today: Day },
): Outcome<PlanDecision, PlanWishRefusal> {
  if (wish.act === 'keep') {
    const kept = decideKeepPlan(facts, from);
    return kept.ok ? accept({ act: 'keep_plan', kept: kept.value }) : kept;
  }
  const { to, quantity, replacePlanned } = wish;
  const quote = decidePlanChange(facts, { from, to, quantity, replacePending: replacePlanned }, today);
  if (!quote.ok) return quote;
  return accept({ act: quote.value.when === 'now' ? 'change_plan' : 'change_plan_at_renewal', quote: quote.value });
}
