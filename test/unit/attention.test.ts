import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ATTENTION_CODES,
  type Attention,
  type AttentionFacts,
  compareUrgency,
  findAttention,
} from '@/lib/domain/attention';

const TODAY = '2026-11-22';

const facts: AttentionFacts = {
  state: 'active',
  activateBy: null,
  payBy: null,
  periodEnd: '2027-06-01',
  plan: { renews: true },
  planned: null,
  today: TODAY,
};

describe('findAttention', () => {
  it.each<[string, Partial<AttentionFacts>, string | undefined]>([
    ['all is quiet', {}, undefined],
    ['waiting', { state: 'pending_activation', activateBy: '2026-12-20', periodEnd: null }, 'activation 2026-12-20'],
    ['waiting on its last day', { state: 'pending_activation', activateBy: TODAY }, `activation ${TODAY}`],
    ['past due', { state: 'past_due', payBy: '2026-12-16' }, 'payment_failed 2026-12-16'],
    ['past due and ending', { state: 'past_due_ending', payBy: '2026-12-16' }, 'payment_failed 2026-12-16'],
    [
      'past due with a planned change',
      { state: 'past_due', payBy: '2026-12-16', planned: { quantity: 3, effectiveOn: '2026-11-23' } },
      'payment_failed 2026-12-16',
    ],
    ['renewal in 8 days', { periodEnd: '2026-11-30' }, undefined],
    ['renewal in 7 days', { periodEnd: '2026-11-29' }, 'renewal 2026-11-29'],
    ['renewal today', { periodEnd: TODAY }, `renewal ${TODAY}`],
    ['fixed term over in 31 days', { plan: { renews: false }, periodEnd: '2026-12-23' }, undefined],
    ['fixed term over in 30 days', { plan: { renews: false }, periodEnd: '2026-12-22' }, 'ending 2026-12-22'],
    ['end in 31 days', { state: 'active_ending', periodEnd: '2026-12-23' }, undefined],
    ['end in 30 days', { state: 'active_ending', periodEnd: '2026-12-22' }, 'ending 2026-12-22'],
    ['change in 31 days', { planned: { quantity: 8, effectiveOn: '2026-12-23' } }, undefined],
    [
      'another plan in 30 days',
      { planned: { plan: { name: 'Plus' }, effectiveOn: '2026-12-22' } },
      'planned_plan 2026-12-22 Plus',
    ],
    ['change in 30 days', { planned: { quantity: 8, effectiveOn: '2026-12-22' } }, 'planned_change 2026-12-22 8'],
    [
      'change at a near renewal',
      { periodEnd: '2026-11-24', planned: { quantity: 8, effectiveOn: '2026-11-24' } },
      'planned_change 2026-11-24 8',
    ],
    ['disabled', { state: 'disabled', periodEnd: '2026-11-24', payBy: '2026-11-24' }, undefined],
  ])('%s', (_, more, expected) => {
    const found = findAttention({ ...facts, ...more });
    expect(found && Object.values(found).join(' ')).toBe(expected);
  });
});

describe('compareUrgency', () => {
  const of = (code: Attention['code'], day: string): Attention => {
    if (code === 'planned_change') return { code, day, quantity: 1 };
    return code === 'planned_plan' ? { code, day, plan: 'Plus' } : { code, day };
  };

  it('puts first what is lost, then what happens, the nearest day first', () => {
    const sorted = [
      of('payment_failed', '2026-11-20'),
      of('activation', '2026-11-23'),
      of('payment_failed', '2026-12-20'),
      of('activation', '2026-12-20'),
      of('renewal', '2026-11-23'),
      of('ending', '2026-11-25'),
      of('planned_change', '2026-11-25'),
      of('renewal', '2026-11-25'),
    ];
    expect([...sorted].reverse().sort(compareUrgency)).toEqual(sorted);
  });

  it('is an order', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, '0')}`);
    const any = fc.tuple(fc.constantFrom(...ATTENTION_CODES), day).map(([code, on]) => of(code, on));
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(Math.sign(compareUrgency(a, b))).toBe(-Math.sign(compareUrgency(b, a)) + 0);
        if (compareUrgency(a, b) <= 0 && compareUrgency(b, c) <= 0) expect(compareUrgency(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
