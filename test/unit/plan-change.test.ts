import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/domain/days';
import { decidePlanChange } from '@/lib/domain/plan-change';
import type { PlanTerms } from '@/lib/domain/plans';
import { priceOfDays } from '@/lib/domain/proration';
import type { SubscriptionFacts } from '@/lib/domain/subscription-facts';
import { acceptedOf, answerOf, FACTS, FLAT, NO_PERIOD, nothing, PENDING, TODAY } from './license-facts';
import { LIGHT, PENDING_PLAN, PLUS, STANDARD, TOTAL, YEARLY } from './plan-facts';

type Asked = { to: PlanTerms; from?: PlanTerms; quantity?: number | null; replacePending?: boolean };

function decide(
  facts: Partial<SubscriptionFacts>,
  { to, from = STANDARD, quantity = 10, ...asked }: Asked,
  today = TODAY,
) {
  return decidePlanChange({ ...FACTS, ...facts }, { from, to, quantity, replacePending: false, ...asked }, today);
}

const FLAT_NOW = { ...FLAT, unitAmountMinor: TOTAL.unitAmountMinor };

describe('another plan', () => {
  it('that is dearer is had today, for P(new) − P(old) of the days left', () => {
    expect(acceptedOf(decide({}, { to: PLUS }))).toMatchObject({
      when: 'now',
      effectiveOn: TODAY,
      daysLeft: 9,
      daysOfPeriod: 30,
      line: { netMinor: 50700n - 38700n, servedFrom: TODAY, servedThrough: '2026-11-30' },
      charge: { netMinor: 12000n, vatMinor: 3000n, totalMinor: 15000n },
      renewal: { before: { netMinor: 129000n }, after: { netMinor: 169000n, on: '2026-12-01' } },
    });
  });

  it.each<[string, Asked]>([
    ['cheaper', { to: LIGHT }],
    ['dearer by the license and cheaper in all', { to: PLUS, quantity: 5 }],
    ['of another term, dearer or not', { to: YEARLY }],
    ['of the same price', { to: { ...PLUS, unitAmountMinor: 12900n } }],
  ])('that is %s waits for the renewal and costs nothing today', (_, asked) => {
    const quote = acceptedOf(decide({}, asked));
    expect(quote).toMatchObject({ when: 'at_renewal', effectiveOn: '2026-12-01', line: undefined, charge: nothing });
  });

  it('at a flat price has no number, whatever was asked for', () => {
    expect(acceptedOf(decide({}, { to: TOTAL, quantity: 7 }))).toMatchObject({
      when: 'now',
      from: { quantity: 10 },
      to: { quantity: null },
      charge: { netMinor: 57000n - 38700n },
      renewal: { after: { netMinor: 190000n } },
    });
  });

  it('at a price per license needs a number where there was none', () => {
    const from = { from: TOTAL, to: PLUS };
    expect(answerOf(decide(FLAT_NOW, { ...from, quantity: null }))).toBe('quantity_missing');
    expect(acceptedOf(decide(FLAT_NOW, { ...from, quantity: 12 }))).toMatchObject({
      when: 'now',
      from: { quantity: null },
      to: { quantity: 12 },
      charge: { netMinor: 60840n - 57000n },
    });
  });

  it('in an app that ends is charged to its last day, and nothing renews', () => {
    const quote = acceptedOf(decide({ state: 'active_ending' }, { to: PLUS }));
    expect(quote).toMatchObject({ when: 'now', line: { servedThrough: '2026-11-30' }, renewal: undefined });
  });

  it.each<[string, Partial<SubscriptionFacts>, Asked, string]>([
    ['the one it has', {}, { to: STANDARD }, 'plan_unchanged'],
    ['fewer than the plan needs', {}, { to: { ...PLUS, minQuantity: 11 } }, 'quantity_below_minimum'],
    ['more than the plan allows', {}, { to: LIGHT, quantity: 21 }, 'quantity_above_maximum'],
    ['fewer than are assigned', { assignedQuantity: 9 }, { to: PLUS, quantity: 8 }, 'quantity_below_assigned'],
    ['fewer where there is never less', { decreasePolicy: 'never' }, { to: PLUS, quantity: 9 }, 'decrease_not_offered'],
    ['cheaper, in an app that ends', { state: 'active_ending' }, { to: LIGHT }, 'subscription_ending'],
    ['another term, in an app that ends', { state: 'active_ending' }, { to: YEARLY }, 'subscription_ending'],
    ['beside fewer licenses to come', PENDING, { to: PLUS }, 'pending_change_exists'],
    ['beside a plan to come', PENDING_PLAN, { to: LIGHT }, 'pending_change_exists'],
    ['instead of what is to come', PENDING, { to: PLUS, replacePending: true }, 'ok'],
    ['while past due', { state: 'past_due' }, { to: PLUS }, 'subscription_past_due'],
    ['while past due and ending', { state: 'past_due_ending' }, { to: PLUS }, 'subscription_past_due'],
    ['before activation', NO_PERIOD, { to: PLUS }, 'subscription_pending_activation'],
    ['when disabled', { state: 'disabled' }, { to: PLUS }, 'subscription_disabled'],
  ])('%s: %s', (_, facts, asked, expected) => {
    expect(answerOf(decide(facts, asked))).toBe(expected);
  });

  it('is decided on the last day of the period, and waits on the day of renewal', () => {
    expect(answerOf(decide({}, { to: PLUS }, '2026-11-30'))).toBe('ok');
    expect(answerOf(decide({}, { to: PLUS }, '2026-12-01'))).toBe('renewal_due');
  });

  it('compares the next renewal with what is planned, at its price', () => {
    const quote = acceptedOf(decide(PENDING_PLAN, { to: LIGHT, replacePending: true }));
    expect(quote.renewal).toMatchObject({ before: { netMinor: 12n * 129000n }, after: { netMinor: 49000n } });
    expect(quote.replacesPendingId).toBe('pending');
  });
});

const prices = fc.bigInt(0n, 300000n);
const left = fc.integer({ min: 0, max: 29 });

describe('the charge', () => {
  it('is what the days left cost under the one, less what they cost under the other: never negative, each rounded once', () => {
    fc.assert(
      fc.property(prices, prices, fc.integer({ min: 1, max: 400 }), left, (old, dear, quantity, day) => {
        const facts = { quantity, assignedQuantity: 0, unitAmountMinor: old, maxQuantity: 500 };
        const from = { ...STANDARD, unitAmountMinor: old, minQuantity: 1 };
        const to = { ...PLUS, unitAmountMinor: dear, minQuantity: 1 };
        const today = addDays('2026-11-01', day);
        const quote = acceptedOf(decide(facts, { from, to, quantity }, today));
        const days = { daysLeft: 30 - day, daysOfPeriod: 30 };
        const difference = priceOfDays(dear, quantity, days) - priceOfDays(old, quantity, days);
        expect(quote.when).toBe(dear > old ? 'now' : 'at_renewal');
        expect(quote.charge.netMinor).toBe(dear > old ? difference : 0n);
        expect(quote.charge.netMinor >= 0n).toBe(true);
        expect(quote.line === undefined).toBe(quote.charge.netMinor === 0n);
      }),
      { numRuns: 1000 },
    );
  });

  it('of two steps on one day is that of the one step', () => {
    fc.assert(
      fc.property(
        fc.tuple(prices, prices, prices),
        fc.integer({ min: 1, max: 400 }),
        left,
        (unsorted, quantity, day) => {
          const [low, middle, high] = [...unsorted].sort((a, b) => (a < b ? -1 : 1)) as [bigint, bigint, bigint];
          const today = addDays('2026-11-01', day);
          const step = (old: bigint, dear: bigint) => {
            const from = { ...STANDARD, unitAmountMinor: old, minQuantity: 1 };
            const to = { ...PLUS, unitAmountMinor: dear, minQuantity: 1 };
            const facts = { quantity, assignedQuantity: 0, unitAmountMinor: old };
            return acceptedOf(decide(facts, { from, to, quantity }, today)).charge.netMinor;
          };
          expect(step(low, middle) + step(middle, high)).toBe(step(low, high));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
