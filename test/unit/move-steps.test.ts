import { describe, expect, it } from 'vitest';
import { MOVE_STEPS, type MoveSituation, type MoveStepReason, stepsOfMoveGuide } from '@/lib/domain/move-steps';

const chosen = (reason: MoveStepReason | undefined): MoveSituation => ({ at: 'app_chosen', reason });

describe('steps of moving an app to another billing profile', () => {
  it.each<[MoveSituation, string]>([
    [{ at: 'no_reader' }, 'todo todo todo todo'],
    [{ at: 'nothing_chosen' }, 'here todo todo todo'],
    [chosen(undefined), 'done here todo todo'],
    [chosen('permission_missing'), 'done blocked(permission_missing) todo todo'],
    [chosen('no_profile_fits'), 'done blocked(no_profile_fits) todo todo'],
    [
      chosen('no_other_profile'),
      'done not_needed(no_other_profile) not_needed(no_other_profile) not_needed(no_other_profile)',
    ],
    [chosen('subscription_past_due'), 'done blocked!(subscription_past_due) todo todo'],
    [chosen('subscription_disabled'), 'done blocked(subscription_disabled) todo todo'],
    [chosen('subscription_pending_activation'), 'done blocked(subscription_pending_activation) todo todo'],
    [chosen('renewal_due'), 'done blocked(renewal_due) todo todo'],
    [{ at: 'preview_stored' }, 'done done here todo'],
    [{ at: 'receipt_made' }, 'done done done done'],
  ])('%j → %s', (situation, expected) => {
    const states = stepsOfMoveGuide(situation);
    const words = MOVE_STEPS.map((step) => {
      const found = states[step];
      return 'reason' in found ? `${found.state}${found.isProblem ? '!' : ''}(${found.reason})` : found.state;
    });
    expect(words.join(' ')).toBe(expected);
  });
});
