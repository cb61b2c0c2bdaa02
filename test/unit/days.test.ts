import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addTerm, dayIn, dayOfMonth, daysBetween } from '@/lib/domain/days';

describe('days', () => {
  it.each([
    ['2026-11-22', '2026-12-01', 9],
    ['2026-11-01', '2026-12-01', 30],
    ['2028-02-01', '2028-03-01', 29],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-12-01', '2026-11-30', -1],
  ])('%s to %s are %s', (from, until, expected) => {
    expect(daysBetween(from, until)).toBe(expected);
  });

  it('adds what it counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (days) => {
        expect(daysBetween('2026-11-22', addDays('2026-11-22', days))).toBe(days);
      }),
    );
  });

  it.each([
    ['2026-01-31', 'P1M', 31, ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
    ['2026-11-15', 'P1M', 15, ['2026-12-15', '2027-01-15']],
    ['2028-02-29', 'P1Y', 29, ['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
  ] as const)('renewals of %s every %s keep day %s', (start, term, anchorDay, expected) => {
    const renewals: string[] = [];
    for (const _ of expected) renewals.push(addTerm(renewals.at(-1) ?? start, term, anchorDay));
    expect(dayOfMonth(start)).toBe(anchorDay);
    expect(renewals).toEqual(expected);
  });

  it.each([
    ['Europe/Stockholm', '2026-11-22'],
    ['America/Los_Angeles', '2026-11-21'],
    ['Pacific/Auckland', '2026-11-22'],
  ])('an instant after midnight UTC is in %s the day %s', (timeZone, expected) => {
    expect(dayIn(timeZone, Date.UTC(2026, 10, 22, 0, 30))).toBe(expected);
  });

  it('an instant is in a day whatever was asked before, at its first and its last millisecond too', () => {
    const zone = fc.constantFrom('Europe/Stockholm', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kolkata', 'UTC');
    const hour = fc.integer({ min: Date.UTC(2011, 11, 20) / 3_600_000, max: Date.UTC(2012, 0, 10) / 3_600_000 });
    const instant = fc.tuple(hour, fc.constantFrom(-1, 0, 1)).map(([hours, more]) => hours * 3_600_000 + more);
    const written = (timeZone: string, at: number) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
    fc.assert(
      fc.property(zone, fc.array(instant, { minLength: 1, maxLength: 20 }), (timeZone, instants) => {
        expect(instants.map((at) => dayIn(timeZone, at))).toEqual(instants.map((at) => written(timeZone, at)));
      }),
    );
  });

  it.each(['2026-13-01', '', 'tomorrow'])('%j is no day to count from', (day) => {
    expect(() => addDays(day, 1)).toThrow(RangeError);
    expect(() => daysBetween(day, '2026-11-22')).toThrow(RangeError);
  });
});
