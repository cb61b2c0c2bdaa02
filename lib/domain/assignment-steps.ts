import { decideOpenPortal, type PortalRefusal, type PortalVisitStage } from './publisher-portal';
import { blocked, DONE, HERE, notNeeded, type StepState, TO_COME } from './steps';
import type { SubscriptionState } from './subscription-states';

export const ASSIGNMENT_STEPS = ['find-app', 'open-publisher-portal', 'assign-users'] as const;
export type AssignmentStep = (typeof ASSIGNMENT_STEPS)[number];

export type AssignmentReason =
  | PortalRefusal
  | 'permission_missing'
  | 'subscription_pending_activation'
  | 'licenses_not_counted';
export type AssignmentStepStates = Readonly<Record<AssignmentStep, StepState<AssignmentReason>>>;

/** How far a reader has come with giving licenses to users. */
export type AssignmentSituation =
  | { readonly at: 'no_reader' | 'nothing_chosen' }
  | {
      readonly at: 'chosen';
      readonly state: SubscriptionState;
      /** Null exactly when the plan is flat. */
      readonly quantity: number | null;
      readonly assignedQuantity: number;
      readonly mayOpen: boolean;
      readonly visit: PortalVisitStage;
    };

type States = readonly [StepState<AssignmentReason>, StepState<AssignmentReason>];

/** States of the steps of assigning licenses. What is assigned counts as the publisher has reported it. */
export function stepsOfAssignment(situation: AssignmentSituation): AssignmentStepStates {
  const [find, [open, assign]] =
    situation.at === 'chosen'
      ? [DONE, afterChoice(situation)]
      : [situation.at === 'no_reader' ? TO_COME : HERE, [TO_COME, TO_COME] as const];
  return { 'find-app': find, 'open-publisher-portal': open, 'assign-users': assign };
}

function afterChoice(chosen: Extract<AssignmentSituation, { at: 'chosen' }>): States {
  const { state, quantity, assignedQuantity, mayOpen, visit } = chosen;
  const opening = decideOpenPortal(state, 'assign_licenses');
  if (!opening.ok) return [blocked(opening.refusal, opening.refusal === 'subscription_past_due_ending'), TO_COME];
  if (quantity === null) return [notNeeded('licenses_not_counted'), notNeeded('licenses_not_counted')];
  if (state === 'pending_activation') return [blocked('subscription_pending_activation'), TO_COME];
  if (!mayOpen) return [blocked('permission_missing'), TO_COME];
  const isAllAssigned = assignedQuantity === quantity;
  if (visit !== 'arrived') return [HERE, isAllAssigned ? DONE : TO_COME];
  return [DONE, isAllAssigned ? DONE : HERE];
}
