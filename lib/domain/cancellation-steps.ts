import type { CancelRefusal } from './cancellation';
import { blocked, notNeeded, type ReviewSituation, type StepState, stepsOfReview } from './steps';

export const CANCEL_STEPS = ['find-app', 'choose-when', 'review', 'confirm'] as const;
export type CancelStep = (typeof CANCEL_STEPS)[number];

type CancelStepReason = 'subscription_disabled' | 'permission_missing';
type CancelStepStates = Readonly<Record<CancelStep, StepState<CancelStepReason>>>;

/** How far a reader has come; `refusal` is why the chosen subscription cannot be cancelled even now. */
export type CancelSituation =
  | { readonly at: 'no_reader' | 'nothing_chosen' | 'permission_missing' | 'preview_stored' | 'receipt_made' }
  | { readonly at: 'subscription_chosen'; readonly refusal: CancelRefusal | undefined };

function reviewSituationOf(situation: CancelSituation): ReviewSituation<CancelStepReason> {
  switch (situation.at) {
    case 'permission_missing':
      return { at: 'chosen', obstacle: blocked(situation.at) };
    case 'subscription_chosen':
      return {
        at: 'chosen',
        obstacle: situation.refusal === 'subscription_disabled' ? notNeeded(situation.refusal) : undefined,
      };
    default:
      return { at: situation.at };
  }
}

/** States of the steps of cancelling a subscription. */
export function stepsOfCancelGuide(situation: CancelSituation): CancelStepStates {
  return stepsOfReview(CANCEL_STEPS, reviewSituationOf(situation));
}
