import type { QuantityRefusal, StandingRefusal } from './licenses';
import { blocked, notNeeded, type ReviewSituation, type StepState, stepsOfReview } from './steps';

export const QUANTITY_STEPS = ['find-app', 'choose-quantity', 'review', 'confirm'] as const;
export type QuantityStep = (typeof QUANTITY_STEPS)[number];

export type QuantityStepReason = StandingRefusal | 'permission_missing';
export type QuantityStepStates = Readonly<Record<QuantityStep, StepState<QuantityStepReason>>>;

/** How far a reader has come; `refusal` is what stands in the way of the chosen subscription, if anything does. */
export type QuantitySituation =
  | { readonly at: 'no_reader' | 'nothing_chosen' | 'permission_missing' | 'preview_stored' | 'receipt_made' }
  | { readonly at: 'subscription_chosen'; readonly refusal: QuantityRefusal | undefined };

/** A refusal of the number itself is undefined here: the reader stays at the step and corrects the number. */
function obstacleOf(refusal: QuantityRefusal | undefined): StepState<QuantityStepReason> | undefined {
  switch (refusal) {
    case 'quantity_not_applicable':
      return notNeeded(refusal);
    case 'subscription_past_due':
      return blocked(refusal, true);
    case 'subscription_pending_activation':
    case 'subscription_disabled':
    case 'renewal_due':
      return blocked(refusal);
    default:
      return undefined;
  }
}

function reviewSituationOf(situation: QuantitySituation): ReviewSituation<QuantityStepReason> {
  switch (situation.at) {
    case 'permission_missing':
      return { at: 'chosen', obstacle: blocked(situation.at) };
    case 'subscription_chosen':
      return { at: 'chosen', obstacle: obstacleOf(situation.refusal) };
    default:
      return { at: situation.at };
  }
}

/** States of the steps of changing a license quantity. */
export function stepsOfQuantityGuide(situation: QuantitySituation): QuantityStepStates {
  return stepsOfReview(QUANTITY_STEPS, reviewSituationOf(situation));
}
