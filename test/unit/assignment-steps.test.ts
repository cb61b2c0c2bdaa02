import { describe, expect, it } from 'vitest';
import { ASSIGNMENT_STEPS, type AssignmentSituation, stepsOfAssignment } from '@/lib/domain/assignment-steps';
import { told } from './told-steps';

type Chosen = Extract<AssignmentSituation, { at: 'chosen' }>;

const inUse: Chosen = {
  at: 'chosen',
  state: 'active',
  quantity: 10,
  assignedQuantity: 7,
  mayOpen: true,
  visit: 'none',
};
const chosen = (more: Partial<Chosen>): Chosen => ({ ...inUse, ...more });
const notCounted = 'not_needed(licenses_not_counted)';

describe('steps of assigning licenses', () => {
  it.each<[AssignmentSituation, string]>([
    [{ at: 'no_reader' }, 'todo todo todo'],
    [{ at: 'nothing_chosen' }, 'here todo todo'],
    [inUse, 'done here todo'],
    [chosen({ visit: 'opened' }), 'done here todo'],
    [chosen({ visit: 'arrived' }), 'done done here'],
    [chosen({ visit: 'expired' }), 'done here todo'],
    [chosen({ assignedQuantity: 10 }), 'done here done'],
    [chosen({ assignedQuantity: 10, visit: 'arrived' }), 'done done done'],
    [chosen({ state: 'active_ending' }), 'done here todo'],
    [chosen({ state: 'past_due' }), 'done here todo'],
    [chosen({ mayOpen: false }), 'done blocked(permission_missing) todo'],
    [chosen({ state: 'pending_activation' }), 'done blocked(subscription_pending_activation) todo'],
    [chosen({ state: 'past_due_ending' }), 'done blocked!(subscription_past_due_ending) todo'],
    [chosen({ state: 'disabled' }), 'done blocked(subscription_disabled) todo'],
    [chosen({ quantity: null, assignedQuantity: 0 }), `done ${notCounted} ${notCounted}`],
    [chosen({ quantity: null, mayOpen: false }), `done ${notCounted} ${notCounted}`],
  ])('%j → %s', (situation, expected) => {
    expect(told(ASSIGNMENT_STEPS, stepsOfAssignment(situation))).toBe(expected);
  });
});
