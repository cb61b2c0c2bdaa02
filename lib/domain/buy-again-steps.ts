import type { AvailabilityRefusal } from './availability';
import { blocked, DONE, HERE, notNeeded, type ReviewSituation, type StepState, stepsOfReview, TO_COME } from './steps';

const REVIEW_STEPS = ['find-app', 'choose-plan', 'review', 'confirm'] as const;
export const BUY_AGAIN_STEPS = ['find-app', 'choose-plan', 'accept-agreement', 'review', 'confirm'] as const;
export type BuyAgainStep = (typeof BUY_AGAIN_STEPS)[number];

/** Why there is nothing to buy again, or nothing that this reader can buy. */
export type BuyAgainObstacle =
  | AvailabilityRefusal
  | 'subscription_not_disabled'
  | 'already_bought_again'
  | 'not_sold'
  | 'permission_missing';
type BuyAgainStates = Readonly<Record<BuyAgainStep, StepState<BuyAgainObstacle>>>;

/** How far a reader has come. */
export type BuyAgainSituation =
  | { readonly at: 'no_reader' | 'nothing_chosen' | 'plan_chosen' | 'preview_stored' | 'receipt_made' }
  | { readonly at: 'subscription_chosen'; readonly obstacle: BuyAgainObstacle | undefined };

function obstacleOf(obstacle: BuyAgainObstacle | undefined): StepState<BuyAgainObstacle> | undefined {
  switch (obstacle) {
    case 'subscription_not_disabled':
    case 'already_bought_again':
      return notNeeded(obstacle);
    case 'country_not_served':
    case 'not_sold_in_country':
    case 'not_sold':
    case 'permission_missing':
      return blocked(obstacle);
    default:
      return undefined;
  }
}

function reviewSituationOf(situation: BuyAgainSituation): ReviewSituation<BuyAgainObstacle> {
  switch (situation.at) {
    case 'subscription_chosen':
      return { at: 'chosen', obstacle: obstacleOf(situation.obstacle) };
    case 'plan_chosen':
      return { at: 'chosen', obstacle: undefined };
    default:
      return { at: situation.at };
  }
}

/** States of the steps of buying again: those of a reviewed task, with the agreement between plan and review. */
export function stepsOfBuyAgainGuide(situation: BuyAgainSituation): BuyAgainStates {
  const steps = stepsOfReview(REVIEW_STEPS, reviewSituationOf(situation));
  if (situation.at === 'plan_chosen') {
    return { ...steps, 'choose-plan': DONE, 'accept-agreement': HERE, review: TO_COME };
  }
  const isReviewed = situation.at === 'preview_stored' || situation.at === 'receipt_made';
  return { ...steps, 'accept-agreement': isReviewed ? DONE : steps.review };
}
