import { describe, expect, it } from 'vitest';
import { QUANTITY_STEPS, type QuantitySituation, stepsOfQuantityGuide } from '@/lib/domain/quantity-steps';

const chosen = (refusal: Extract<QuantitySituation, { at: 'subscription_chosen' }>['refusal']): QuantitySituation => ({
  at: 'subscription_chosen',
  refusal,
});

describe('steps of changing a license quantity', () => {
  it.each<[QuantitySituation, string]>([
    [{ at: 'no_reader' }, 'todo todo todo todo'],
    [{ at: 'nothing_chosen' }, 'here todo todo todo'],
    [{ at: 'permission_missing' }, 'done blocked(permission_missing) todo todo'],
    [chosen(undefined), 'done here todo todo'],
    [chosen('quantity_below_assigned'), 'done here todo todo'],
    [chosen('pending_change_exists'), 'done here todo todo'],
    [chosen('subscription_ending'), 'done here todo todo'],
    [chosen('subscription_past_due'), 'done blocked!(subscription_past_due) todo todo'],
    [chosen('subscription_disabled'), 'done blocked(subscription_disabled) todo todo'],
    [chosen('subscription_pending_activation'), 'done blocked(subscription_pending_activation) todo todo'],
    [chosen('renewal_due'), 'done blocked(renewal_due) todo todo'],
    [
      chosen('quantity_not_applicable'),
      'done not_needed(quantity_not_applicable) not_needed(quantity_not_applicable) not_needed(quantity_not_applicable)',
    ],
    [{ at: 'preview_stored' }, 'done done here todo'],
    [{ at: 'receipt_made' }, 'done done done done'],
  ])('%j → %s', (situation, expected) => {
    const states = stepsOfQuantityGuide(situation);
    const words = QUANTITY_STEPS.map((step) => {
      const found = states[step];
      return 'reason' in found ? `${found.state}${found.isProblem ? '!' : ''}(${found.reason})` : found.state;
    });
    expect(words.join(' ')).toBe(expected);
  });
});
