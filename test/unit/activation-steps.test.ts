import { describe, expect, it } from 'vitest';
import { ACTIVATION_STEPS, type ActivationSituation, stepsOfActivation } from '@/lib/domain/activation-steps';
import { told } from './told-steps';

type Chosen = Extract<ActivationSituation, { at: 'chosen' }>;

const waiting: Chosen = {
  at: 'chosen',
  state: 'pending_activation',
  disabledReason: null,
  mayOpen: true,
  visit: 'none',
  isBack: false,
  isFirstPeriod: true,
};
const chosen = (more: Partial<Chosen>): Chosen => ({ ...waiting, ...more });

describe('steps of activating an app', () => {
  it.each<[ActivationSituation, string]>([
    [{ at: 'no_reader' }, 'todo todo todo todo'],
    [{ at: 'nothing_chosen' }, 'here todo todo todo'],
    [waiting, 'done here todo todo'],
    [chosen({ visit: 'opened' }), 'done here todo todo'],
    [chosen({ visit: 'expired' }), 'done here todo todo'],
    [chosen({ visit: 'opened', isBack: true }), 'done here todo todo'],
    [chosen({ visit: 'arrived' }), 'done done here todo'],
    [chosen({ visit: 'arrived', isBack: true }), 'done done here blocked(still_waiting)'],
    [chosen({ mayOpen: false }), 'done blocked(permission_missing) todo todo'],
    [chosen({ mayOpen: false, visit: 'arrived' }), 'done blocked(permission_missing) todo todo'],
    [chosen({ state: 'active' }), 'done done done done'],
    [chosen({ state: 'active', mayOpen: false, isFirstPeriod: false }), 'done done done done'],
    [chosen({ state: 'active_ending' }), 'done done done done'],
    [chosen({ state: 'past_due' }), 'done done done blocked!(first_payment_failed)'],
    [chosen({ state: 'past_due', isFirstPeriod: false }), 'done done done blocked!(payment_failed)'],
    [chosen({ state: 'past_due_ending' }), 'done done done blocked!(first_payment_failed)'],
    [chosen({ state: 'disabled', disabledReason: 'activation_timeout' }), 'done blocked(activation_timeout) todo todo'],
    [chosen({ state: 'disabled', disabledReason: 'cancelled' }), 'done blocked(subscription_disabled) todo todo'],
  ])('%j → %s', (situation, expected) => {
    expect(told(ACTIVATION_STEPS, stepsOfActivation(situation))).toBe(expected);
  });
});
