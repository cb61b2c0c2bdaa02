import { describe, expect, it } from 'vitest';
import { dueNoticeOf, type NoticedLife } from '@/lib/domain/notice-days';
import { CURRENT_POLICY } from '@/lib/domain/policies';

const life: NoticedLife = {
  state: 'active',
  term: 'P1M',
  policy: CURRENT_POLICY,
  activateBy: null,
  payBy: null,
  periodEnd: '2026-12-01',
  isPriceChanged: false,
  isChangePlanned: false,
};
const annual: NoticedLife = { ...life, term: 'P1Y' };
const changed: NoticedLife = { ...life, isPriceChanged: true };
const waiting: NoticedLife = { ...life, state: 'pending_activation', periodEnd: null, activateBy: '2026-12-20' };
const owing: NoticedLife = { ...life, state: 'past_due', payBy: '2026-12-31' };

describe('what a day brings to tell', () => {
  it.each([
    ['a monthly renewal at the same price', life, '2026-11-28', undefined],
    ['at another price, four days before', changed, '2026-11-27', undefined],
    ['at another price, three days before', changed, '2026-11-28', '2026-11-28'],
    ['at another price, the day before, nothing run since', changed, '2026-11-30', '2026-11-28'],
    ['on the day itself it is too late', changed, '2026-12-01', undefined],
    ['an annual one, 31 days before', annual, '2026-10-31', undefined],
    ['30 days before', annual, '2026-11-01', '2026-11-01'],
    ['8 days before: told already', annual, '2026-11-23', '2026-11-01'],
    ['7 days before', annual, '2026-11-24', '2026-11-24'],
    ['over a leap day', { ...annual, periodEnd: '2028-03-30' }, '2028-02-29', '2028-02-29'],
    ['activation, 8 days before', waiting, '2026-12-12', undefined],
    ['activation, 7 days before', waiting, '2026-12-13', '2026-12-13'],
    ['activation, the day before', waiting, '2026-12-19', '2026-12-19'],
    ['activation, on the last day: that of the day before', waiting, '2026-12-20', '2026-12-19'],
    ['activation, too late', waiting, '2026-12-21', undefined],
    ['a payment, 7 days before', owing, '2026-12-24', '2026-12-24'],
    ['a payment of who has canceled, 1 day before', { ...owing, state: 'past_due_ending' }, '2026-12-30', '2026-12-30'],
    ['what ends needs no notice of renewal', { ...annual, state: 'active_ending' }, '2026-11-24', undefined],
    ['what is disabled neither', { ...annual, state: 'disabled' }, '2026-11-24', undefined],
  ] as const)('%s', (_, given, today, expected) => {
    expect(dueNoticeOf(given, today)?.occasionOn).toBe(expected);
  });

  it.each([
    [annual, '2026-11-24', 'renewal'],
    [changed, '2026-11-28', 'renewal'],
    [{ ...changed, isChangePlanned: true }, '2026-11-28', 'price_change'],
    [{ ...annual, isChangePlanned: true }, '2026-11-24', 'price_change'],
    [waiting, '2026-12-13', 'activation_reminder'],
    [owing, '2026-12-24', 'payment_reminder'],
  ] as const)('is named for what is near', (given, today, notice) => {
    expect(dueNoticeOf(given, today)?.notice).toBe(notice);
  });
});
