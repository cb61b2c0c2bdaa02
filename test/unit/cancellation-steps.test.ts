import { describe, expect, it } from 'vitest';
import { BUY_AGAIN_STEPS, type BuyAgainSituation, stepsOfBuyAgainGuide } from '@/lib/domain/buy-again-steps';
import { CANCEL_STEPS, type CancelSituation, stepsOfCancelGuide } from '@/lib/domain/cancellation-steps';
import type { StepState } from '@/lib/domain/steps';

function wordOf(state: StepState): string {
  return 'reason' in state ? `${state.state}(${state.reason})` : state.state;
}

describe('steps of cancelling', () => {
  const chosen = (refusal: Extract<CancelSituation, { at: 'subscription_chosen' }>['refusal']) =>
    ({ at: 'subscription_chosen', refusal }) as const;
  const disabled = 'not_needed(subscription_disabled)';

  it.each<[CancelSituation, string]>([
    [{ at: 'no_reader' }, 'todo todo todo todo'],
    [{ at: 'nothing_chosen' }, 'here todo todo todo'],
    [{ at: 'permission_missing' }, 'done blocked(permission_missing) todo todo'],
    [chosen(undefined), 'done here todo todo'],
    [chosen('subscription_disabled'), `done ${disabled} ${disabled} ${disabled}`],
    [{ at: 'preview_stored' }, 'done done here todo'],
    [{ at: 'receipt_made' }, 'done done done done'],
  ])('%j → %s', (situation, expected) => {
    const states = stepsOfCancelGuide(situation);
    expect(CANCEL_STEPS.map((step) => wordOf(states[step])).join(' ')).toBe(expected);
  });
});

describe('steps of buying again', () => {
  const chosen = (obstacle: Extract<BuyAgainSituation, { at: 'subscription_chosen' }>['obstacle']) =>
    ({ at: 'subscription_chosen', obstacle }) as const;
  const four = (word: string) => `done ${word} ${word} ${word} ${word}`;

  it.each<[BuyAgainSituation, string]>([
    [{ at: 'no_reader' }, 'todo todo todo todo todo'],
    [{ at: 'nothing_chosen' }, 'here todo todo todo todo'],
    [chosen(undefined), 'done here todo todo todo'],
    [chosen('subscription_not_disabled'), four('not_needed(subscription_not_disabled)')],
    [chosen('already_bought_again'), four('not_needed(already_bought_again)')],
    [chosen('not_sold_in_country'), 'done blocked(not_sold_in_country) todo todo todo'],
    [chosen('not_sold'), 'done blocked(not_sold) todo todo todo'],
    [chosen('permission_missing'), 'done blocked(permission_missing) todo todo todo'],
    [{ at: 'plan_chosen' }, 'done done here todo todo'],
    [{ at: 'preview_stored' }, 'done done done here todo'],
    [{ at: 'receipt_made' }, 'done done done done done'],
  ])('%j → %s', (situation, expected) => {
    const states = stepsOfBuyAgainGuide(situation);
    expect(BUY_AGAIN_STEPS.map((step) => wordOf(states[step])).join(' ')).toBe(expected);
  });
});
