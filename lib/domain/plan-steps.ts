import type { NotRunning } from './running';
import { blocked, notNeeded, type ReviewSituation, type StepState, stepsOfReview } from './steps';

export const PLAN_STEPS = ['find-app', 'choose-plan', 'review', 'confirm'] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** That an app has one plan only is no fault of anybody's. */
export type PlanStepReason = NotRunning | 'permission_missing' | 'no_other_plan';
export type PlanStepStates = Readonly<Record<PlanStep, StepState<PlanStepReason>>>;

/** How far a reader has come; `reason` is what stands in the way of another plan for the chosen app, if anything does. */
export type PlanSituation =
  | { readonly at: 'no_reader' | 'nothing_chosen' | 'preview_stored' | 'receipt_made' }
  | { readonly at: 'app_chosen'; readonly reason: PlanStepReason | undefined };

function obstacleOf(reason: PlanStepReason | undefined): StepState<PlanStepReason> | undefined {
  if (reason === undefined) return undefined;
  return reason === 'no_other_plan' ? notNeeded(reason) : blocked(reason, reason === 'subscription_past_due');
}

function reviewSituationOf(situation: PlanSituation): ReviewSituation<PlanStepReason> {
  return situation.at === 'app_chosen'
    ? { at: 'chosen', obstacle: obstacleOf(situation.reason) }
    : { at: situation.at };
}

/** States of the steps of changing the plan. */
export function stepsOfPlanGuide(situation: PlanSituation): PlanStepStates {
  return stepsOfReview(PLAN_STEPS, reviewSituationOf(situation));
}
