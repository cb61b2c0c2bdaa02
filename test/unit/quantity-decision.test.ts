import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '@/lib/domain/canonical';
import { addDays } from '@/lib/domain/days';
import { decideWish, type QuantityWish } from '@/lib/domain/quantity-decision';
import type { SubscriptionFacts } from '@/lib/domain/subscription-facts';
import { acceptedOf, FACTS, FLAT, INCREASED, NO_PERIOD, PENDING, TODAY } from './license-facts';

const to = (quantity: number, replacePlanned = false): QuantityWish => ({ act: 'change', quantity, replacePlanned });
const takeBack: QuantityWish = { act: 'take_back', replacePlanned: false };
const removePlanned: QuantityWish = { act: 'remove_planned_change' };

/** The act that is decided, or why none is. */
function decided(facts: Partial<SubscriptionFacts>, wish: QuantityWish, today = TODAY): string {
  const outcome = decideWish({ ...FACTS, ...facts }, wish, today);
  return outcome.ok ? outcome.value.act : outcome.refusal;
}

it('serves no day before its period, where the profile’s time zone lies behind', () => {
  const { periodStart } = FACTS;
  if (periodStart === null) throw new Error('the facts have a period');
  const outcome = decideWish(FACTS, to(14), addDays(periodStart, -1));
  expect(outcome).toMatchObject({ ok: true, value: { quote: { line: { servedFrom: periodStart } } } });
});

describe('a wish', () => {
  it.each<[string, Partial<SubscriptionFacts>, QuantityWish, string]>([
    ['for more', {}, to(14), 'increase'],
    ['for fewer', {}, to(6), 'decrease'],
    ['for fewer, at once', { decreasePolicy: 'immediate' }, to(6), 'decrease_now'],
    ['for fewer where there is never less', { decreasePolicy: 'never' }, to(6), 'decrease_not_offered'],
    ['for the same', {}, to(10), 'quantity_unchanged'],
    ['for more beside a planned change', PENDING, to(14), 'pending_change_exists'],
    ['for more instead of a planned change', PENDING, to(14, true), 'increase'],
    ['for fewer instead of a planned change', PENDING, to(8, true), 'decrease'],
    ['for what is planned already', PENDING, to(6, true), 'decrease'],
    ['to take back', INCREASED, takeBack, 'take_back'],
    ['to take nothing back', {}, takeBack, 'nothing_to_take_back'],
    ['to take back beside a planned change', { ...INCREASED, ...PENDING }, takeBack, 'pending_change_exists'],
    ['to take back instead', { ...INCREASED, ...PENDING }, { ...takeBack, replacePlanned: true }, 'take_back'],
    ['to remove what is planned', PENDING, removePlanned, 'remove_planned_change'],
    ['to remove nothing', {}, removePlanned, 'no_pending_change'],
    ['to remove what is planned, past due', { ...PENDING, state: 'past_due' }, removePlanned, 'remove_planned_change'],
    ['while past due', { state: 'past_due' }, to(14), 'subscription_past_due'],
    ['before activation', NO_PERIOD, to(14), 'subscription_pending_activation'],
    ['before activation, to remove', NO_PERIOD, removePlanned, 'subscription_pending_activation'],
    ['where there is no number', FLAT, to(14), 'quantity_not_applicable'],
    ['to remove where there is no number', FLAT, removePlanned, 'quantity_not_applicable'],
  ])('%s', (_, facts, wish, expected) => {
    expect(decided(facts, wish)).toBe(expected);
  });

  it('on the last day of the period is decided, on the day of renewal it waits', () => {
    expect(decided({}, to(14), '2026-11-30')).toBe('increase');
    expect(decided({}, to(14), '2026-12-01')).toBe('renewal_due');
    expect(decided(PENDING, removePlanned, '2026-12-01')).toBe('remove_planned_change');
  });
});

const wishes: fc.Arbitrary<QuantityWish> = fc.oneof(
  fc.record({
    act: fc.constant('change' as const),
    quantity: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer()),
    replacePlanned: fc.boolean(),
  }),
  fc.record({ act: fc.constant('take_back' as const), replacePlanned: fc.boolean() }),
  fc.constant(removePlanned),
);

const factsArbitrary: fc.Arbitrary<SubscriptionFacts> = fc
  .record({
    base: fc.constantFrom<Partial<SubscriptionFacts>>(
      {},
      INCREASED,
      PENDING,
      { ...INCREASED, ...PENDING },
      FLAT,
      NO_PERIOD,
    ),
    changes: fc.record({
      unitAmountMinor: fc.bigInt(0n, 20000n),
      settlement: fc.constantFrom('card', 'invoice'),
      decreasePolicy: fc.constantFrom('at_renewal', 'immediate', 'never'),
      vatRateBp: fc.constantFrom(0, 2400, 2500),
      assignedQuantity: fc.option(fc.integer({ min: 0, max: 12 })),
    }),
    state: fc.constantFrom('active', 'active', 'active_ending', 'past_due', 'disabled'),
  })
  .map(({ base, changes, state }) => ({ ...FACTS, ...changes, state, ...base }));

const days = fc.integer({ min: -3, max: 10 }).map((days) => addDays(TODAY, days));

describe('a decision as text', () => {
  it('tells of everything: amounts as digits, nothing rounded', () => {
    const decision = acceptedOf(decideWish({ ...FACTS, unitAmountMinor: 2n ** 70n }, to(14), TODAY));
    expect(JSON.parse(canonicalText(decision))).toMatchObject({
      act: 'increase',
      quote: {
        from: 10,
        to: 14,
        line: { netMinor: (decision.act === 'increase' && decision.quote.charge.netMinor)?.toString() },
      },
    });
  });

  it('is the same twice for the same wish on the same day', () => {
    fc.assert(
      fc.property(factsArbitrary, wishes, days, (facts, wish, today) => {
        const [first, second] = [
          decideWish(facts, wish, today),
          decideWish(structuredClone(facts), { ...wish }, today),
        ];
        expect(second).toEqual(first);
        if (first.ok && second.ok) expect(canonicalText(second.value)).toBe(canonicalText(first.value));
      }),
      { numRuns: 500 },
    );
  });

  it('is equal exactly where the decisions are equal', () => {
    let [equal, different] = [0, 0];
    fc.assert(
      fc.property(
        factsArbitrary,
        factsArbitrary,
        wishes,
        wishes,
        days,
        days,
        (facts, others, wish, other, today, day) => {
          const candidates = [
            decideWish(facts, wish, today),
            decideWish(facts, other, today),
            decideWish(facts, wish, day),
            decideWish(others, wish, today),
            decideWish({ ...facts, unitAmountMinor: facts.unitAmountMinor + 1n }, wish, today),
          ].flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
          for (const one of candidates) {
            for (const another of candidates) {
              const isEqual = isDeepStrictEqual(one, another);
              expect(canonicalText(one) === canonicalText(another)).toBe(isEqual);
              if (isEqual) equal += 1;
              else different += 1;
            }
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(Math.min(equal, different)).toBeGreaterThan(100);
  });
});
