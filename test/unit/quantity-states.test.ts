import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideWish, type QuantityAct, type QuantityWish } from '@/lib/domain/quantity-decision';
import { isPossible, SUBSCRIPTION_STATES, type SubscriptionEvent } from '@/lib/domain/subscription-states';
import { FACTS } from './license-facts';

const EVENT: Readonly<Record<QuantityAct, SubscriptionEvent>> = {
  increase: 'increase_charge_ok',
  decrease: 'schedule_decrease',
  decrease_now: 'decrease_now',
  take_back: 'take_back_increase',
  remove_planned_change: 'remove_pending_change',
};

const wish: fc.Arbitrary<QuantityWish> = fc.oneof(
  fc.record({
    act: fc.constant('change' as const),
    quantity: fc.integer({ min: 1, max: 40 }),
    replacePlanned: fc.boolean(),
  }),
  fc.record({ act: fc.constant('take_back' as const), replacePlanned: fc.boolean() }),
  fc.constant({ act: 'remove_planned_change' as const }),
);

test('what the quantity rules accept, the state table allows', () => {
  const accepted = new Set<QuantityAct>();
  fc.assert(
    fc.property(fc.constantFrom(...SUBSCRIPTION_STATES), wish, fc.boolean(), (state, asked, isPlanned) => {
      const facts = { ...FACTS, state, pendingChange: isPlanned ? { id: 'planned', to: 8 } : undefined };
      const decided = decideWish(facts, asked, '2026-11-22');
      if (!decided.ok) return;
      accepted.add(decided.value.act);
      expect(isPossible(state, EVENT[decided.value.act])).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(accepted).toContain('increase');
  expect(accepted).toContain('decrease');
  expect(accepted).toContain('remove_planned_change');
});
