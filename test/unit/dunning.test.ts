import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/domain/days';
import { type Dunning, dueRetryOf, isHardDecline, nextRetryOf } from '@/lib/domain/dunning';
import { CURRENT_POLICY } from '@/lib/domain/policies';

const failedOn = '2026-12-01';

function dunning(day: number, more: Partial<Dunning> = {}): Dunning {
  return {
    state: 'past_due',
    failedOn,
    today: addDays(failedOn, day),
    last: { on: failedOn, declineCode: 'card_declined' },
    methodId: 'card',
    policy: CURRENT_POLICY,
    ...more,
  };
}

const tried = (day: number, declineCode = 'insufficient_funds') => ({
  last: { on: addDays(failedOn, day), declineCode },
});

describe('the attempt that is due', () => {
  it.each([
    ['the day it failed', 0, {}, undefined],
    ['the day after', 1, {}, undefined],
    ['day 2', 2, {}, 'day-2'],
    ['day 2, tried already', 2, tried(2), undefined],
    ['day 6, nothing new', 6, tried(2), undefined],
    ['day 7', 7, tried(2), 'day-7'],
    ['day 14', 14, tried(7), 'day-14'],
    ['day 21', 21, tried(14), 'day-21'],
    ['day 22, all tried', 22, tried(21), undefined],
    ['day 15 after a server was down since day 3: once', 15, tried(2), 'day-14'],
    ['tried by the reader on day 5 instead', 6, tried(5), undefined],
    ['a card that was refused for good', 7, tried(2, 'card_expired'), undefined],
    ['a card whose bank wants an approval', 7, tried(2, 'authentication_required'), 'day-7'],
    ['a card whose bank took money back', 7, tried(2, 'disputed'), undefined],
    ['another card since, on any day', 3, { last: undefined, methodId: 'other' }, 'card-other'],
    ['canceled at the end', 2, { state: 'past_due_ending' as const }, undefined],
    ['canceled, with another card', 2, { state: 'past_due_ending' as const, last: undefined }, undefined],
    ['disabled', 2, { state: 'disabled' as const }, undefined],
  ] as const)('%s', (_, day, more, expected) => {
    expect(dueRetryOf(dunning(day, more))).toBe(expected);
  });
});

describe('the next attempt, as it is told', () => {
  it.each([
    [0, {}, 2],
    [2, tried(2), 7],
    [13, tried(7), 14],
    [21, tried(21), undefined],
    [3, tried(2, 'card_expired'), undefined],
    [3, tried(2, 'disputed'), undefined],
    [3, { state: 'past_due_ending' as const }, undefined],
  ] as const)('on day %i %o', (day, more, expected) => {
    expect(nextRetryOf(dunning(day, more))).toBe(expected === undefined ? undefined : addDays(failedOn, expected));
  });
});

it.each([
  ['card_declined', false],
  ['insufficient_funds', false],
  ['card_expired', true],
  ['card_stolen', true],
  ['authentication_required', false],
  ['disputed', true],
  [null, false],
] as const)('%s is refused for good: %s', (code, expected) => {
  expect(isHardDecline(code)).toBe(expected);
});
