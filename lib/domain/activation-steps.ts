import type { PortalVisitStage } from './publisher-portal';
import { blocked, DONE, HERE, type StepState, TO_COME } from './steps';
import type { DisabledReason, SubscriptionState } from './subscription-states';

export const ACTIVATION_STEPS = ['find-app', 'open-publisher-portal', 'set-up-app', 'check-status'] as const;
export type ActivationStep = (typeof ACTIVATION_STEPS)[number];

export type ActivationReason =
  | 'permission_missing'
  | 'subscription_disabled'
  | 'activation_timeout'
  | 'first_payment_failed'
  | 'payment_failed'
  | 'still_waiting';
export type ActivationStepStates = Readonly<Record<ActivationStep, StepState<ActivationReason>>>;

/** How far a reader has come with the activation of an app. */
export type ActivationSituation =
  | { readonly at: 'no_reader' | 'nothing_chosen' }
  | {
      readonly at: 'chosen';
      readonly state: SubscriptionState;
      readonly disabledReason: DisabledReason | null;
      readonly mayOpen: boolean;
      readonly visit: PortalVisitStage;
      /** The reader comes from the publisher's portal. */
      readonly isBack: boolean;
      /** The period that began with the activation is still running. */
      readonly isFirstPeriod: boolean;
    };

type States = readonly [StepState<ActivationReason>, StepState<ActivationReason>, StepState<ActivationReason>];

/** States of the steps of activating an app, from what is stored and never from what was clicked. */
export function stepsOfActivation(situation: ActivationSituation): ActivationStepStates {
  const [find, [open, setUp, check]] =
    situation.at === 'chosen'
      ? [DONE, afterChoice(situation)]
      : [situation.at === 'no_reader' ? TO_COME : HERE, [TO_COME, TO_COME, TO_COME] as const];
  return { 'find-app': find, 'open-publisher-portal': open, 'set-up-app': setUp, 'check-status': check };
}

function afterChoice(chosen: Extract<ActivationSituation, { at: 'chosen' }>): States {
  const { state, mayOpen, visit, isBack, isFirstPeriod } = chosen;
  switch (state) {
    case 'active':
    case 'active_ending':
      return [DONE, DONE, DONE];
    case 'past_due':
    case 'past_due_ending':
      return [DONE, DONE, blocked(isFirstPeriod ? 'first_payment_failed' : 'payment_failed', true)];
    case 'disabled': {
      const isTooLate = chosen.disabledReason === 'activation_timeout';
      return [blocked(isTooLate ? 'activation_timeout' : 'subscription_disabled'), TO_COME, TO_COME];
    }
    default: {
      if (!mayOpen) return [blocked('permission_missing'), TO_COME, TO_COME];
      if (visit !== 'arrived') return [HERE, TO_COME, TO_COME];
      return [DONE, HERE, isBack ? blocked('still_waiting') : TO_COME];
    }
  }
}
