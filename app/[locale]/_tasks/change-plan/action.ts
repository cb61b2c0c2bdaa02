'use server';

import { z } from 'zod';
import { findBillingProfileId } from '@/db/subscriptions';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { PlanWish, PlanWishRefusal } from '@/lib/domain/plan-decision';
import { parseQuantity, type QuantityInputRefusal } from '@/lib/domain/quantity-input';
import { portalAction, type TaskAnswer } from '@/lib/server/action';
import type { Reader } from '@/lib/server/guard';
import { planChange } from '@/lib/server/plan-change';
import { answerWithReceipt, answerWithReview } from '@/lib/server/reviewed-answer';

const id = z.string().max(64);
const request = {
  subscription: id,
  act: z.enum(['change', 'keep']),
  plan: id.default(''),
  quantity: z.string().max(40).default(''),
  replacePlanned: z.enum(['yes', 'no']).default('no'),
  key: z.uuid(),
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
};

type InputCode = QuantityInputRefusal | 'plan_missing';
type ReviewCode = InputCode | PlanWishRefusal | 'plan_not_sold' | 'not_found' | 'key_reused' | 'busy';

/** Asks what another plan would mean: stores it for review and leads there. Nothing of the subscription changes. */
export const reviewPlan = portalAction({
  permission: 'subscription.change_plan',
  input: z.strictObject(request),
  find: findOwn,
  run: async ({ reader, input, place, now }): Promise<TaskAnswer<ReviewCode>> => {
    const wish = wishOf(input, place.locale);
    if (!wish.ok) return { errors: [{ field: fieldOf(wish.refusal), code: wish.refusal }] };
    const asked = { key: input.key, subjectId: input.subscription, wish: wish.value, now };
    const answer = await answerWithReview(reader.scope, planChange, asked, { place, seen: input.version, field: null });
    if (!('errors' in answer) || input.act === 'keep') return answer;
    return { errors: answer.errors.map(({ code }) => ({ field: fieldOf(code), code })) };
  },
});

/** Does what was reviewed. What can be asked again leads to a fresh review that says why. */
export const changePlan = portalAction({
  permission: 'subscription.change_plan',
  input: z.strictObject(request),
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    const wish = wishOf(input, 'en-US');
    if (!wish.ok) return { errors: [{ field: null, code: 'key_reused' }] };
    const asked = { key: input.key, subjectId: input.subscription, wish: wish.value, now };
    return answerWithReceipt(reader.scope, planChange, asked, place);
  },
});

async function findOwn({ scope }: Reader, { subscription }: { subscription: string }) {
  const billingProfileId = await findBillingProfileId(scope, subscription);
  return billingProfileId === undefined ? undefined : { billingProfileId };
}

type Request = { act: PlanWish['act']; plan: string; quantity: string; replacePlanned: 'yes' | 'no' };

/** A number that was left out is none: a flat plan needs none, and the rule asks for one where the plan does. */
function wishOf({ act, plan, quantity, replacePlanned }: Request, locale: string): Outcome<PlanWish, InputCode> {
  if (act === 'keep') return accept({ act });
  if (plan === '') return refuse('plan_missing');
  const total = quantity.trim() === '' ? accept(null) : parseQuantity(quantity, locale);
  if (!total.ok) return total;
  return accept({ act, planId: plan, quantity: total.value, replacePlanned: replacePlanned === 'yes' });
}

function fieldOf(code: ReviewCode): 'plan' | 'quantity' {
  return code.startsWith('quantity_') || code === 'decrease_not_offered' ? 'quantity' : 'plan';
}
