import { describe, expect, it } from 'vitest';
import { decideApplyPending, decideRemovePending } from '@/lib/domain/licenses';
import { renewalOf } from '@/lib/domain/quantity-quote';
import type { SubscriptionFacts } from '@/lib/domain/subscription-facts';
import { acceptedOf, answerOf, FACTS, FLAT, PENDING } from './license-facts';

describe('the pending change', () => {
  it.each<[string, Partial<SubscriptionFacts>, string, string]>([
    ['active', PENDING, 'ok', 'ok'],
    ['past due', { ...PENDING, state: 'past_due' }, 'ok', 'ok'],
    ['none', {}, 'no_pending_change', 'no_pending_change'],
    ['flat', FLAT, 'quantity_not_applicable', 'quantity_not_applicable'],
    ['more assigned since', { ...PENDING, assignedQuantity: 7 }, 'ok', 'quantity_below_assigned'],
    ['minimum raised since', { ...PENDING, minQuantity: 7 }, 'ok', 'quantity_below_minimum'],
    ['maximum lowered since', { ...PENDING, maxQuantity: 5 }, 'ok', 'quantity_above_maximum'],
  ])('%s: removed %3$s, applied %4$s', (_, change, removed, applied) => {
    expect(answerOf(decideRemovePending({ ...FACTS, ...change }))).toBe(removed);
    expect(answerOf(decideApplyPending({ ...FACTS, ...change }))).toBe(applied);
  });

  it.each([
    ['active_ending', 'subscription_ending'],
    ['past_due_ending', 'subscription_ending'],
    ['disabled', 'subscription_disabled'],
    ['pending_activation', 'subscription_pending_activation'],
  ] as const)('cannot be removed when %s', (state, refusal) => {
    expect(answerOf(decideRemovePending({ ...FACTS, ...PENDING, state }))).toBe(refusal);
  });

  it('shows the renewal with and without it', () => {
    expect(acceptedOf(decideRemovePending({ ...FACTS, ...PENDING }))).toEqual({
      pendingId: 'pending',
      renewal: { before: renewalOf(6, '2026-12-01', FACTS), after: renewalOf(10, '2026-12-01', FACTS) },
    });
    expect(acceptedOf(decideApplyPending({ ...FACTS, ...PENDING }))).toEqual({ pendingId: 'pending', from: 10, to: 6 });
  });
});
