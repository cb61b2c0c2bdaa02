import type { ProfileChoice } from '@/db/profile-choices';
import type { StorefrontPlan } from '@/db/storefront';
import type { Currency } from '@/lib/domain/money';
import { parsePlanQuantity, type QuantityRangeRefusal } from '@/lib/domain/plan-quantity';
import type { QuantityInputRefusal } from '@/lib/domain/quantity-input';
import { standardVatRateBp } from '@/lib/domain/vat';
import { mayOn, type Reader } from '@/lib/server/guard';
import type { Selection } from './selection';

/** A plan and a number that fit one another; null for a flat plan. */
export type ChosenPlan = {
  readonly plan: Pick<StorefrontPlan, 'id' | 'name' | 'pricing' | 'term' | 'minQuantity' | 'maxQuantity'>;
  readonly quantity: number | null;
};
export type PlanError = {
  readonly field: 'plan' | 'quantity';
  readonly code: QuantityInputRefusal | QuantityRangeRefusal | 'plan_missing';
};

/** A billing profile, and why it cannot pay for this. */
export type JudgedProfile = {
  readonly profile: ProfileChoice;
  readonly refusal: 'permission_missing' | 'other_currency' | 'not_billed' | undefined;
};

/** Undefined until a plan was asked for. */
export function judgePlan(
  plans: readonly StorefrontPlan[],
  { plan: planId, quantity: typed = '' }: Selection,
  locale: string,
): ChosenPlan | PlanError | undefined {
  if (planId === undefined) return undefined;
  const plan = plans.find(({ id }) => id === planId);
  if (!plan) return { field: 'plan', code: 'plan_missing' };
  const quantity = parsePlanQuantity(typed, plan, locale);
  return quantity.ok ? { plan, quantity: quantity.value } : { field: 'quantity', code: quantity.refusal };
}

/** `currency` is that of an order, whose price is agreed; a plan has prices in many. */
export function judgeProfiles(
  reader: Reader,
  profiles: readonly ProfileChoice[],
  currency: Currency | undefined,
): JudgedProfile[] {
  return profiles.map((profile) => {
    const isOther = currency !== undefined && profile.currency !== currency;
    if (isOther) return { profile, refusal: 'other_currency' };
    if (!mayOn(reader, 'subscription.buy', profile.id)) return { profile, refusal: 'permission_missing' };
    return { profile, refusal: standardVatRateBp(profile.country).ok ? undefined : 'not_billed' };
  });
}
