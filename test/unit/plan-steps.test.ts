import { describe, expect, it } from 'vitest';
import { PLAN_STEPS, type PlanSituation, type PlanStepReason, stepsOfPlanGuide } from '@/lib/domain/plan-steps';

const chosen = (reason: PlanStepReason | undefined): PlanSituation => ({ at: 'app_chosen', reason });

describe('steps of changing the plan', () => {
  it.each<[PlanSituation, string]>([
    [{ at: 'no_reader' }, 'todo todo todo todo'],
    [{ at: 'nothing_chosen' }, 'here todo todo todo'],
    [chosen(undefined), 'done here todo todo'],
    [chosen('permission_missing'), 'done blocked(permission_missing) todo todo'],
    [chosen('no_other_plan'), 'done not_needed(no_other_plan) not_needed(no_other_plan) not_needed(no_other_plan)'],
    [chosen('subscription_past_due'), 'done blocked!(subscription_past_due) todo todo'],
    [chosen('subscription_disabled'), 'done blocked(subscription_disabled) todo todo'],
    [chosen('renewal_due'), 'done blocked(renewal_due) todo todo'],
    [{ at: 'preview_stored' }, 'done done here todo'],
    [{ at: 'receipt_made' }, 'done done done done'],
  ])('%j → %s', (situation, expected) => {
    const states = stepsOfPlanGuide(situation);
    const words = PLAN_STEPS.map((step) => {
      const found = states[step];
      return 'reason' in found ? `${found.state}${found.isProblem ? '!' : ''}(${found.reason})` : found.state;
    });
    expect(words.join(' ')).toBe(expected);
  });
});
