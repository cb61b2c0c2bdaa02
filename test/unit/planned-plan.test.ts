import { describe, expect, it } from 'vitest';
import { nextRenewalOf } from '@/lib/domain/next-renewal';
import { decideKeepPlan } from '@/lib/domain/plan-change';
import { renewalTermsOf } from '@/lib/domain/renewal-terms';
import type { SubscriptionFacts } from '@/lib/domain/subscription-facts';
import { acceptedOf, answerOf, FACTS, FLAT, NO_PERIOD, PENDING } from './license-facts';
import { LIGHT, PENDING_PLAN, STANDARD, TOTAL, YEARLY } from './plan-facts';

describe('what is planned', () => {
  it('is told as the next renewal', () => {
    expect(nextRenewalOf({ ...FACTS, ...PENDING_PLAN })).toMatchObject({ quantity: 12, netMinor: 12n * 129000n });
    expect(nextRenewalOf({ ...FACTS, pendingChange: { id: 'p', to: null, plan: TOTAL } })?.netMinor).toBe(190000n);
  });

  it('can be given up until the renewal, past due or not', () => {
    for (const state of ['active', 'past_due'] as const) {
      expect(acceptedOf(decideKeepPlan({ ...FACTS, ...PENDING_PLAN, state }, STANDARD))).toMatchObject({
        from: { plan: YEARLY, quantity: 12 },
        to: { plan: STANDARD, quantity: 10 },
        renewal: { before: { netMinor: 12n * 129000n }, after: { netMinor: 129000n } },
      });
    }
  });

  it.each<[Partial<SubscriptionFacts>, string]>([
    [{}, 'no_pending_change'],
    [PENDING, 'no_pending_change'],
    [{ ...PENDING_PLAN, state: 'active_ending' }, 'subscription_ending'],
    [{ ...PENDING_PLAN, state: 'past_due_ending' }, 'subscription_ending'],
    [{ ...PENDING_PLAN, state: 'disabled' }, 'subscription_disabled'],
    [{ ...PENDING_PLAN, ...NO_PERIOD }, 'subscription_pending_activation'],
  ])('cannot be given up otherwise', (facts, expected) => {
    expect(answerOf(decideKeepPlan({ ...FACTS, ...facts }, STANDARD))).toBe(expected);
  });

  it.each<[string, Partial<SubscriptionFacts>, object]>([
    ['nothing', {}, { quantity: 10, unitAmountMinor: 12900n, term: 'P1M', plan: undefined, planned: undefined }],
    ['fewer', PENDING, { quantity: 6, unitAmountMinor: 12900n, plan: undefined, planned: 'applied' }],
    ['fewer than assigned', { ...PENDING, assignedQuantity: 7 }, { quantity: 10, planned: 'removed' }],
    ['a plan', PENDING_PLAN, { quantity: 12, unitAmountMinor: 129000n, term: 'P1Y', plan: YEARLY, planned: 'applied' }],
    [
      'a plan for fewer than assigned',
      { pendingChange: { id: 'p', to: 3, plan: LIGHT } },
      { quantity: 10, unitAmountMinor: 12900n, term: 'P1M', plan: undefined, planned: 'removed' },
    ],
    [
      'a flat plan',
      { pendingChange: { id: 'p', to: null, plan: TOTAL } },
      { quantity: null, unitAmountMinor: 190000n },
    ],
    [
      'a plan, from a flat one',
      { ...FLAT, pendingChange: { id: 'p', to: 5, plan: LIGHT } },
      { quantity: 5, plan: LIGHT },
    ],
  ])('%s: is judged again at the renewal', (_, facts, expected) => {
    expect(renewalTermsOf({ ...FACTS, ...facts })).toMatchObject(expected);
  });
});
