import type { MoveObstacle } from './profile-move';
import { blocked, notNeeded, type ReviewSituation, type StepState, stepsOfReview } from './steps';

export const MOVE_STEPS = ['find-app', 'choose-billing-profile', 'review', 'confirm'] as const;
export type MoveStep = (typeof MOVE_STEPS)[number];

/** No other profile, or others of which none can be chosen, are no fault of the app's. */
export type MoveStepReason = MoveObstacle | 'permission_missing' | 'no_other_profile' | 'no_profile_fits';
export type MoveStepStates = Readonly<Record<MoveStep, StepState<MoveStepReason>>>;

/** How far a reader has come; `reason` is what stands in the way of moving the chosen app, if anything does. */
export type MoveSituation =
  | { readonly at: 'no_reader' | 'nothing_chosen' | 'preview_stored' | 'receipt_made' }
  | { readonly at: 'app_chosen'; readonly reason: MoveStepReason | undefined };

function obstacleOf(reason: MoveStepReason | undefined): StepState<MoveStepReason> | undefined {
  if (reason === undefined) return undefined;
  return reason === 'no_other_profile' ? notNeeded(reason) : blocked(reason, reason === 'subscription_past_due');
}

function reviewSituationOf(situation: MoveSituation): ReviewSituation<MoveStepReason> {
  return situation.at === 'app_chosen'
    ? { at: 'chosen', obstacle: obstacleOf(situation.reason) }
    : { at: situation.at };
}

/** States of the steps of moving an app to another billing profile. */
export function stepsOfMoveGuide(situation: MoveSituation): MoveStepStates {
  return stepsOfReview(MOVE_STEPS, reviewSituationOf(situation));
}
