import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/domain/days';
import { type ChangeOptions, decideQuantityChange, decideTakeBack } from '@/lib/domain/licenses';
import type { SubscriptionFacts } from '@/lib/domain/subscription-facts';
import {
  acceptedOf,
  answerOf,
  billedOn,
  FACTS,
  FLAT,
  INCREASE,
  INCREASED,
  nothing,
  PENDING,
  TODAY,
} from './license-facts';

describe('taking an increase back', () => {
  it.each<[string, Partial<SubscriptionFacts>, string, string, ChangeOptions?]>([
    ['on the same day', INCREASED, TODAY, 'ok'],
    ['on the seventh day', INCREASED, '2026-11-29', 'ok'],
    ['on the eighth day', INCREASED, '2026-11-30', 'take_back_too_late'],
    ['after the renewal', INCREASED, '2026-12-01', 'renewal_due'],
    [
      'of another period',
      { ...INCREASED, periodStart: '2026-11-23', periodEnd: '2026-12-23' },
      '2026-11-24',
      'take_back_too_late',
    ],
    ['none', {}, TODAY, 'nothing_to_take_back'],
    ['twice', { quantity: 10, newestIncrease: { ...INCREASE, isTakenBack: true } }, TODAY, 'already_taken_back'],
    ['changed since', { ...INCREASED, quantity: 13 }, TODAY, 'take_back_superseded'],
    ['already assigned', { ...INCREASED, assignedQuantity: 11 }, TODAY, 'quantity_below_assigned'],
    ['all but assigned', { ...INCREASED, assignedQuantity: 10 }, TODAY, 'ok'],
    ['below a new minimum', { ...INCREASED, minQuantity: 12 }, TODAY, 'quantity_below_minimum'],
    ['ending', { ...INCREASED, state: 'active_ending' }, TODAY, 'subscription_ending'],
    ['past due', { ...INCREASED, state: 'past_due' }, TODAY, 'subscription_past_due'],
    ['disabled', { ...INCREASED, state: 'disabled' }, TODAY, 'subscription_disabled'],
    ['flat', FLAT, TODAY, 'quantity_not_applicable'],
    ['while one is pending', { ...INCREASED, ...PENDING }, TODAY, 'pending_change_exists'],
    ['instead of the pending one', { ...INCREASED, ...PENDING }, TODAY, 'ok', { replacePending: true }],
    ['where fewer is never', { ...INCREASED, decreasePolicy: 'never' }, TODAY, 'ok'],
  ])('%s', (_, change, today, expected, options) => {
    expect(answerOf(decideTakeBack({ ...FACTS, ...change }, today, options))).toBe(expected);
  });

  it('credits everything on the same day and the days left later', () => {
    const facts = { ...FACTS, ...INCREASED };
    const same = acceptedOf(decideTakeBack(facts, TODAY));
    expect([same.kind, same.from, same.to, same.effectiveOn]).toEqual(['take_back', 14, 10, TODAY]);
    expect(same.credit).toEqual({ netMinor: 15480n, vatMinor: 3870n, totalMinor: 19350n });
    expect(same.creditParts).toEqual([{ chargeId: 'increase', ...billedOn('second'), netMinor: 15480n }]);
    expect([same.line, same.charge, same.renewal?.after.quantity]).toEqual([undefined, nothing, 10]);
    expect(acceptedOf(decideTakeBack(facts, '2026-11-27')).credit.netMinor).toBe(6880n);
  });

  it('credits nothing of what cost nothing', () => {
    const newestIncrease = { ...INCREASE, from: 1, to: 2, netMinor: 0n, madeOn: '2027-02-15' };
    const february = { periodStart: '2027-02-01', periodEnd: '2027-03-01', unitAmountMinor: 1n, quantity: 2 };
    const facts = { ...FACTS, ...february, newestIncrease, minQuantity: 1, assignedQuantity: null };
    const quote = acceptedOf(decideTakeBack(facts, '2027-02-22'));
    expect([quote.daysLeft, quote.credit, quote.creditParts]).toEqual([7, nothing, []]);
  });

  it('never credits more net or VAT than the increase was charged', () => {
    const days = fc.record({ made: fc.integer({ min: 0, max: 29 }), waited: fc.integer({ min: 0, max: 7 }) });
    const numbers = fc.tuple(fc.integer({ min: 4, max: 250 }), fc.integer({ min: 1, max: 250 }));
    fc.assert(
      fc.property(fc.bigInt(0n, 5000n), numbers, days, (unitAmountMinor, [from, more], { made, waited }) => {
        fc.pre(made + waited < 30);
        const facts = { ...FACTS, unitAmountMinor, quantity: from };
        const madeOn = addDays('2026-11-01', made);
        const { charge, to } = acceptedOf(decideQuantityChange(facts, from + more, madeOn));
        const newestIncrease = { ...INCREASE, from, to, madeOn, netMinor: charge.netMinor };
        const { credit } = acceptedOf(
          decideTakeBack({ ...facts, quantity: to, newestIncrease }, addDays(madeOn, waited)),
        );
        expect(credit.netMinor <= charge.netMinor && credit.vatMinor <= charge.vatMinor).toBe(true);
        expect(credit.netMinor + credit.vatMinor).toBe(credit.totalMinor);
      }),
    );
  });
});
