import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '@/lib/domain/canonical';
import { addDays } from '@/lib/domain/days';
import { type ChangeOptions, decideQuantityChange, findStandingRefusal } from '@/lib/domain/licenses';
import type { SubscriptionFacts } from '@/lib/domain/subscription-facts';
import {
  acceptedOf,
  answerOf,
  billedOn,
  FACTS,
  FLAT,
  INCREASE,
  INCREASED,
  NO_PERIOD,
  nothing,
  PENDING,
  TODAY,
} from './license-facts';

describe('a new number of licenses', () => {
  it.each<[string, Partial<SubscriptionFacts>, number, string, ChangeOptions?]>([
    ['more', {}, 14, 'ok'],
    ['up to the maximum', {}, 500, 'ok'],
    ['above the maximum', {}, 501, 'quantity_above_maximum'],
    ['fewer', {}, 6, 'ok'],
    ['down to the assigned', {}, 4, 'ok'],
    ['below the assigned', {}, 3, 'quantity_below_assigned'],
    ['down to the minimum', { assignedQuantity: null }, 2, 'ok'],
    ['below the minimum', { assignedQuantity: null }, 1, 'quantity_below_minimum'],
    ['the same', {}, 10, 'quantity_unchanged'],
    ['more, still below the assigned', { assignedQuantity: 20 }, 14, 'quantity_below_assigned'],
    ['flat', FLAT, 14, 'quantity_not_applicable'],
    ['flat and past due', { ...FLAT, state: 'past_due' }, 14, 'quantity_not_applicable'],
    ['not activated', NO_PERIOD, 14, 'subscription_pending_activation'],
    ['past due, more', { state: 'past_due' }, 14, 'subscription_past_due'],
    ['past due, fewer', { state: 'past_due' }, 6, 'subscription_past_due'],
    ['past due and ending', { state: 'past_due_ending' }, 14, 'subscription_past_due'],
    ['disabled', { state: 'disabled' }, 14, 'subscription_disabled'],
    ['ending, more', { state: 'active_ending' }, 14, 'ok'],
    ['ending, fewer', { state: 'active_ending' }, 6, 'subscription_ending'],
    ['ending, fewer at once', { state: 'active_ending', decreasePolicy: 'immediate' }, 6, 'subscription_ending'],
    ['fewer where never', { decreasePolicy: 'never' }, 6, 'decrease_not_offered'],
    ['more where fewer is never', { decreasePolicy: 'never' }, 14, 'ok'],
    ['more while one is pending', PENDING, 14, 'pending_change_exists'],
    ['fewer while one is pending', PENDING, 5, 'pending_change_exists'],
    ['the pending number again', PENDING, 6, 'pending_change_exists'],
    ['instead of the pending one', PENDING, 14, 'ok', { replacePending: true }],
    ['the last day of the period', { periodEnd: '2026-11-23' }, 14, 'ok'],
    ['the period is over', { periodEnd: TODAY }, 14, 'renewal_due'],
  ])('%s', (_, change, wanted, expected, options) => {
    expect(answerOf(decideQuantityChange({ ...FACTS, ...change }, wanted, TODAY, options))).toBe(expected);
  });

  it('charges an increase for the days left and shows the renewal before and after', () => {
    expect(acceptedOf(decideQuantityChange(FACTS, 14, TODAY))).toEqual({
      kind: 'increase',
      from: 10,
      to: 14,
      effectiveOn: TODAY,
      periodEnd: '2026-12-01',
      daysLeft: 9,
      daysOfPeriod: 30,
      currency: 'SEK',
      vatCategory: 'S',
      vatRateBp: 2500,
      settlement: 'card',
      line: { additional: 4, netMinor: 15480n, servedFrom: TODAY, servedThrough: '2026-11-30' },
      charge: { netMinor: 15480n, vatMinor: 3870n, totalMinor: 19350n },
      fromCreditMinor: 0n,
      credit: nothing,
      creditParts: [],
      renewal: {
        before: { on: '2026-12-01', quantity: 10, netMinor: 129000n, vatMinor: 32250n, totalMinor: 161250n },
        after: { on: '2026-12-01', quantity: 14, netMinor: 180600n, vatMinor: 45150n, totalMinor: 225750n },
      },
      replacesPendingId: undefined,
    });
  });

  it.each([
    [0n, 0n],
    [19349n, 19349n],
    [19350n, 19350n],
    [90000n, 19350n],
  ])('takes credit of %s before the card: %s', (profileCreditMinor, fromCreditMinor) => {
    expect(acceptedOf(decideQuantityChange({ ...FACTS, profileCreditMinor }, 14, TODAY))).toMatchObject({
      charge: { totalMinor: 19350n },
      fromCreditMinor,
    });
  });

  it('charges the second worked example', () => {
    const january = { periodStart: '2027-01-01', periodEnd: '2027-02-01', unitAmountMinor: 9900n, quantity: 7 };
    const quote = acceptedOf(decideQuantityChange({ ...FACTS, ...january }, 10, '2027-01-15'));
    expect(quote.charge).toEqual({ netMinor: 16287n, vatMinor: 4072n, totalMinor: 20359n });
    expect([quote.daysLeft, quote.daysOfPeriod]).toEqual([17, 31]);
  });

  it('has no line when an increase costs nothing', () => {
    const february = { periodStart: '2027-02-01', periodEnd: '2027-03-01', unitAmountMinor: 1n, quantity: 1 };
    const facts = { ...FACTS, ...february, minQuantity: 1, assignedQuantity: null };
    const quote = acceptedOf(decideQuantityChange(facts, 2, '2027-02-15'));
    expect([quote.line, quote.charge, quote.daysLeft]).toEqual([undefined, nothing, 14]);
  });

  it('charges an increase of an ending subscription to its end and promises no renewal', () => {
    const quote = acceptedOf(decideQuantityChange({ ...FACTS, state: 'active_ending' }, 14, TODAY));
    expect(quote.charge.netMinor).toBe(15480n);
    expect(quote.line?.servedThrough).toBe('2026-11-30');
    expect(quote.renewal).toBeUndefined();
  });

  it('puts a decrease off to the renewal, without credit', () => {
    const quote = acceptedOf(decideQuantityChange(FACTS, 6, TODAY));
    expect([quote.kind, quote.effectiveOn]).toEqual(['decrease', '2026-12-01']);
    expect([quote.line, quote.charge, quote.credit, quote.creditParts]).toEqual([undefined, nothing, nothing, []]);
    expect(quote.renewal?.after.netMinor).toBe(77400n);
  });

  it('credits an immediate decrease, newest charge first and never more than was charged', () => {
    const facts = { ...FACTS, ...INCREASED, decreasePolicy: 'immediate' } as const;
    const charges = [...FACTS.periodCharges, INCREASE];
    const quote = acceptedOf(decideQuantityChange({ ...facts, periodCharges: charges }, 9, TODAY));
    expect([quote.kind, quote.effectiveOn]).toEqual(['decrease', TODAY]);
    expect(quote.credit).toEqual({ netMinor: 19350n, vatMinor: 4838n, totalMinor: 24188n });
    expect(quote.creditParts).toEqual([
      { chargeId: 'increase', ...billedOn('second'), netMinor: 15480n },
      { chargeId: 'period', ...billedOn('first'), netMinor: 3870n },
    ]);
    const used = charges.map((charge) => ({ ...charge, creditedNetMinor: charge.netMinor - 10n }));
    expect(acceptedOf(decideQuantityChange({ ...facts, periodCharges: used }, 9, TODAY)).credit.netMinor).toBe(20n);
  });

  it('shows what a replaced pending change would have renewed at', () => {
    const quote = acceptedOf(decideQuantityChange({ ...FACTS, ...PENDING }, 14, TODAY, { replacePending: true }));
    expect([quote.replacesPendingId, quote.renewal?.before.quantity, quote.renewal?.after.quantity]).toEqual([
      'pending',
      6,
      14,
    ]);
  });

  it('never counts more days than the period has', () => {
    const quote = acceptedOf(decideQuantityChange(FACTS, 14, '2026-10-31'));
    expect([quote.daysLeft, quote.charge.netMinor]).toEqual([30, 51600n]);
  });

  it('costs the same in one step or two on the same day', () => {
    const total = fc.integer({ min: 11, max: 500 });
    fc.assert(
      fc.property(
        fc.bigInt(0n, 1_000_000n),
        total,
        total,
        fc.integer({ min: 0, max: 29 }),
        (unitAmountMinor, a, b, day) => {
          fc.pre(a !== b);
          const [middle, last] = a < b ? [a, b] : [b, a];
          const facts = { ...FACTS, unitAmountMinor };
          const today = addDays('2026-11-01', day);
          const first = acceptedOf(decideQuantityChange(facts, middle, today)).charge.netMinor;
          const second = acceptedOf(decideQuantityChange({ ...facts, quantity: middle }, last, today)).charge.netMinor;
          expect(first + second).toBe(acceptedOf(decideQuantityChange(facts, last, today)).charge.netMinor);
        },
      ),
    );
  });

  it('throws when an active subscription has no period, which no reader can cause', () => {
    expect(() => decideQuantityChange({ ...FACTS, periodEnd: null }, 14, TODAY)).toThrow('No period');
  });

  it('compares as one text, to the last minor unit', () => {
    const preview = canonicalText(acceptedOf(decideQuantityChange(FACTS, 14, TODAY)));
    expect(canonicalText(acceptedOf(decideQuantityChange({ ...FACTS }, 14, TODAY)))).toBe(preview);
    for (const change of [
      { unitAmountMinor: 12901n },
      { vatRateBp: 2501 },
      { quantity: 9 },
      { settlement: 'invoice' as const },
    ]) {
      expect(canonicalText(acceptedOf(decideQuantityChange({ ...FACTS, ...change }, 14, TODAY)))).not.toBe(preview);
    }
  });
});

describe('what stands in the way of any number', () => {
  it.each<[Partial<SubscriptionFacts>, string | undefined]>([
    [{}, undefined],
    [PENDING, undefined],
    [{ state: 'active_ending' }, undefined],
    [FLAT, 'quantity_not_applicable'],
    [NO_PERIOD, 'subscription_pending_activation'],
    [{ state: 'past_due' }, 'subscription_past_due'],
    [{ periodEnd: TODAY }, 'renewal_due'],
  ])('%#', (change, expected) => {
    expect(findStandingRefusal({ ...FACTS, ...change }, TODAY)).toBe(expected);
  });
});
