import { describe, expect, it } from 'vitest';
import { judgeAvailability } from '@/lib/domain/availability';
import { GET_APPS_STEPS, type GetAppsSituation, stepsOfGetAppsGuide } from '@/lib/domain/get-apps-steps';
import { judgeOrder, type OrderFacts } from '@/lib/domain/orders';
import { parsePlanQuantity } from '@/lib/domain/plan-quantity';
import type { StepState } from '@/lib/domain/steps';

const wordOf = (state: StepState) => ('reason' in state ? `${state.state}(${state.reason})` : state.state);
const said = (outcome: { ok: true; value: unknown } | { ok: false; refusal: string }) =>
  outcome.ok ? outcome.value : outcome.refusal;

describe('steps of getting apps', () => {
  const over = 'not_needed(order_accepted)';

  it.each<[GetAppsSituation, string]>([
    [{ at: 'choose-app' }, 'here todo todo todo todo todo'],
    [{ at: 'choose-app', obstacle: 'country_not_served' }, 'blocked(country_not_served) todo todo todo todo todo'],
    [{ at: 'choose-plan' }, 'done here todo todo todo todo'],
    [{ at: 'choose-plan', obstacle: 'not_sold_in_country' }, 'done blocked(not_sold_in_country) todo todo todo todo'],
    [{ at: 'choose-plan', obstacle: 'order_expired' }, 'done blocked(order_expired) todo todo todo todo'],
    [{ at: 'choose-plan', obstacle: 'order_accepted' }, `done ${over} ${over} ${over} ${over} ${over}`],
    [
      { at: 'choose-billing-profile', obstacle: 'permission_missing' },
      'done done blocked(permission_missing) todo todo todo',
    ],
    [{ at: 'accept-agreement' }, 'done done done here todo todo'],
    [{ at: 'review' }, 'done done done done here todo'],
    [{ at: 'done' }, 'done done done done done done'],
  ])('%j → %s', (situation, expected) => {
    const states = stepsOfGetAppsGuide(situation);
    expect(GET_APPS_STEPS.map((step) => wordOf(states[step])).join(' ')).toBe(expected);
  });
});

describe('where an offer is sold', () => {
  it.each([
    ['SE', [], null],
    ['SE', ['SE', 'NO'], null],
    ['SE', ['GB'], 'not_sold_in_country'],
    ['JP', [], 'country_not_served'],
    ['JP', ['JP'], 'country_not_served'],
    ['XX', [], 'country_not_served'],
  ])('%s, sold in %j: %s', (country, soldIn, expected) => {
    expect(said(judgeAvailability(country, soldIn))).toBe(expected);
  });
});

describe('an order', () => {
  const open: OrderFacts = { acceptedAt: null, declinedAt: null, withdrawnAt: null, validThrough: '2026-11-30' };

  it.each<[Partial<OrderFacts>, string, string | null]>([
    [{}, '2026-11-30', null],
    [{}, '2026-12-01', 'order_expired'],
    [{ acceptedAt: 1 }, '2026-12-01', 'order_accepted'],
    [{ declinedAt: 1 }, '2026-11-01', 'order_declined'],
    [{ withdrawnAt: 1 }, '2026-11-01', 'order_withdrawn'],
  ])('%j on %s: %s', (changed, today, expected) => {
    expect(said(judgeOrder({ ...open, ...changed }, today))).toBe(expected);
  });
});

describe('the number of licenses of a plan', () => {
  const perLicense = { minQuantity: 5, maxQuantity: 1000 };

  it.each([
    ['1 000', perLicense, 1000],
    ['5', perLicense, 5],
    ['4', perLicense, 'quantity_below_minimum'],
    ['1001', perLicense, 'quantity_above_maximum'],
    ['', perLicense, 'quantity_missing'],
    ['1,5', perLicense, 'quantity_not_whole'],
    ['12', { minQuantity: null, maxQuantity: null }, null],
  ])('%j of %j: %s', (typed, range, expected) => {
    expect(said(parsePlanQuantity(typed, range, 'sv-SE'))).toBe(expected);
  });
});
