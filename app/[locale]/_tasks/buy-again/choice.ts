import { firstOf, pathWith } from '@/app/[locale]/_frame/page-props';
import type { TaskPlace } from '@/app/[locale]/_task/place';
import type { PlanChoice, ProfileChoice } from '@/db/purchase-choices';
import type { Subscription } from '@/db/subscriptions';
import { parsePlanQuantity, type QuantityRangeRefusal } from '@/lib/domain/plan-quantity';
import type { QuantityInputRefusal } from '@/lib/domain/quantity-input';

/** What the address says was chosen: a plain form wrote it there, as it was typed. */
export type Typed = { readonly plan: string; readonly quantity: string; readonly profile: string };

/** A plan, a number and a profile that fit one another. */
export type ChosenPlan = {
  readonly plan: PlanChoice;
  readonly profile: ProfileChoice;
  readonly quantity: number | null;
};

type ChoiceRefusal = QuantityInputRefusal | QuantityRangeRefusal | 'plan_missing' | 'profile_missing';
type ChoiceError = { readonly field: keyof Typed; readonly code: ChoiceRefusal };

/** Undefined until something was chosen. */
export function findTypedChoice({ query }: TaskPlace): Typed | undefined {
  const plan = firstOf(query, 'plan');
  if (plan === undefined) return undefined;
  return { plan, quantity: firstOf(query, 'quantity') ?? '', profile: firstOf(query, 'profile') ?? '' };
}

/** The old subscription's own plan, number and profile, as far as they can be had again. */
export function prefill(
  { plan, quantity, billingProfileId }: Subscription,
  plans: readonly PlanChoice[],
  profiles: readonly ProfileChoice[],
): Typed {
  return {
    plan: (plans.find(({ id }) => id === plan.id) ?? plans[0])?.id ?? '',
    quantity: quantity === null ? '' : String(quantity),
    profile: (profiles.find(({ id }) => id === billingProfileId) ?? profiles[0])?.id ?? '',
  };
}

/** The choice if its parts fit one another; otherwise where it does not. */
export function judgeChoice(
  typed: Typed,
  plans: readonly PlanChoice[],
  profiles: readonly ProfileChoice[],
  locale: string,
): ChosenPlan | ChoiceError {
  const plan = plans.find(({ id }) => id === typed.plan);
  if (!plan) return { field: 'plan', code: 'plan_missing' };
  const profile = profiles.find(({ id }) => id === typed.profile);
  if (!profile) return { field: 'profile', code: 'profile_missing' };
  const quantity = parsePlanQuantity(typed.quantity, plan, locale);
  return quantity.ok ? { plan, profile, quantity: quantity.value } : { field: 'quantity', code: quantity.refusal };
}

/** The place's own address with the app, what was chosen, and the review it shows, if any. */
export function addressWith({ path, record }: TaskPlace, app: string, typed: Typed | undefined, preview?: string) {
  const subject = record ? { do: record.task } : { app };
  return pathWith(path, { ...subject, ...typed, preview });
}
