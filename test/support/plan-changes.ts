import { newId } from '@/db/ids';
import type { PlanWish } from '@/lib/domain/plan-decision';
import { planChange } from '@/lib/server/plan-change';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import { requireAccepted } from './database';
import { maja, now, subscriptionId } from './ten-licenses';

export const plan = (planId: string, quantity: number | null = 10, replacePlanned = false) =>
  ({ act: 'change', planId, quantity, replacePlanned }) as const;
export const PLUS = plan('tallyworks-pro-plus');
export const YEARLY = plan('tallyworks-pro-annual');
export const KEEP = { act: 'keep' } as const;

/** Asks what another plan would mean, whatever the answer is. */
export function askForPlan(wish: PlanWish, on = now, scope = maja) {
  return previewTask(scope, planChange, { key: newId(), subjectId: subscriptionId, wish, now: on });
}

/** What is shown for review, kept for an hour. Answers its key. */
export async function reviewPlan(wish: PlanWish, on = now, scope = maja) {
  return requireAccepted(await askForPlan(wish, on, scope)).key;
}

export function confirmPlan(key: string, wish: PlanWish, on = now, scope = maja) {
  return commitTask(scope, planChange, { key, wish, subjectId: subscriptionId, now: on });
}

/** Reviewed and committed at the same moment. */
export async function changePlan(wish: PlanWish, on = now, scope = maja) {
  return confirmPlan(await reviewPlan(wish, on, scope), wish, on, scope);
}
