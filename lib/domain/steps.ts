import type { QuantityRefusal, StandingRefusal } from './licenses';

/** Where a step of a guide stands for one reader. A reason is a message key; a problem is shown as one. */
export type StepState<Reason extends string = string> =
  | { readonly state: 'done' | 'here' | 'todo' }
  | { readonly state: 'blocked' | 'not_needed'; readonly reason: Reason; readonly isProblem: boolean };

export const QUANTITY_STEPS = ['find-app', 'choose-quantity', 'review', 'confirm'] as const;
export type QuantityStep = (typeof QUANTITY_STEPS)[number];

export type QuantityStepReason = StandingRefusal | 'permission_missing';
export type QuantityStepStates = Readonly<Record<QuantityStep, StepState<QuantityStepReason>>>;

/** How far a reader has come; `refusal` is what stands in the way of the chosen subscription, if anything does. */
export type QuantitySituation =
  | { readonly at: 'no_reader' | 'nothing_chosen' | 'permission_missing' | 'preview_stored' | 'receipt_made' }
  | { readonly at: 'subscription_chosen'; readonly refusal: QuantityRefusal | undefined };

const DONE = { state: 'done' } as const;
const HERE = { state: 'here' } as const;
const TO_COME = { state: 'todo' } as const;

/** A refusal of the number itself is undefined here: the reader stays at the step and corrects the number. */
function obstacleOf(refusal: QuantityRefusal | undefined): StepState<QuantityStepReason> | undefined {
  switch (refusal) {
    case 'quantity_not_applicable':
      return { state: 'not_needed', reason: refusal, isProblem: false };
    case 'subscription_past_due':
      return { state: 'blocked', reason: refusal, isProblem: true };
    case 'subscription_pending_activation':
    case 'subscription_disabled':
    case 'renewal_due':
      return { state: 'blocked', reason: refusal, isProblem: false };
    default:
      return undefined;
  }
}

/** States of the steps of changing a license quantity, from what is so and never from what was clicked. */
export function stepsOfQuantityGuide(situation: QuantitySituation): QuantityStepStates {
  const states = (
    find: StepState<QuantityStepReason>,
    choose: StepState<QuantityStepReason>,
    review: StepState<QuantityStepReason>,
    confirm: StepState<QuantityStepReason>,
  ) => ({ 'find-app': find, 'choose-quantity': choose, review, confirm });

  switch (situation.at) {
    case 'no_reader':
      return states(TO_COME, TO_COME, TO_COME, TO_COME);
    case 'nothing_chosen':
      return states(HERE, TO_COME, TO_COME, TO_COME);
    case 'permission_missing':
      return states(DONE, { state: 'blocked', reason: 'permission_missing', isProblem: false }, TO_COME, TO_COME);
    case 'preview_stored':
      return states(DONE, DONE, HERE, TO_COME);
    case 'receipt_made':
      return states(DONE, DONE, DONE, DONE);
    case 'subscription_chosen': {
      const obstacle = obstacleOf(situation.refusal);
      const rest = obstacle?.state === 'not_needed' ? obstacle : TO_COME;
      return states(DONE, obstacle ?? HERE, rest, rest);
    }
  }
}
