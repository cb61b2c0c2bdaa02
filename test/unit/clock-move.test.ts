import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { daysToMove, MOST_DAYS_AT_ONCE } from '@/lib/domain/clock-move';
import { addDays, dayIn, daysBetween, parseDay, sameTimeNextDay } from '@/lib/domain/days';
import { nowAt, realNowAt, underClock } from '@/lib/server/clock';

describe('how far a demo’s time is to move', () => {
  it.each([
    ['30', 30],
    ['+30', 30],
    ['+30d', 30],
    [' 1d ', 1],
    ['400', 400],
    ['2026-12-01', 6],
    ['2027-01-31', 67],
    ['', 'move_missing'],
    ['   ', 'move_missing'],
    ['soon', 'move_malformed'],
    ['1,5', 'move_malformed'],
    ['3 days', 'move_malformed'],
    ['1e2', 'move_malformed'],
    ['2027-02-30', 'move_malformed'],
    ['2027-13-01', 'move_malformed'],
    ['0', 'move_nowhere'],
    ['-0', 'move_nowhere'],
    ['2026-11-25', 'move_nowhere'],
    ['-1d', 'move_backwards'],
    ['-99999', 'move_backwards'],
    ['2026-11-24', 'move_backwards'],
    ['401', 'move_too_far'],
    ['9'.repeat(400), 'move_too_far'],
    ['2028-01-01', 'move_too_far'],
  ])('“%s” is %s', (text, expected) => {
    const moved = daysToMove(text, '2026-11-25');
    expect(moved.ok ? moved.value : moved.refusal).toBe(expected);
  });

  it('is a number within the limits, or a refusal, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.stringMatching(/^\d{4}-\d\d-\d\d$/)), (text) => {
        const moved = daysToMove(text, '2026-11-25');
        return !moved.ok || (moved.value >= 1 && moved.value <= MOST_DAYS_AT_ONCE);
      }),
    );
  });
});

describe('the same time on the next day', () => {
  it.each([
    ['Europe/Stockholm', '2026-11-25T12:00:00Z', 24],
    ['Europe/Stockholm', '2026-10-24T12:00:00Z', 25],
    ['Europe/Stockholm', '2027-03-27T12:00:00Z', 23],
    ['Pacific/Apia', '2026-03-01T00:00:00Z', 24],
  ])('in %s after %s comes %i hours later', (zone, instant, hours) => {
    const at = Date.parse(instant);
    expect(sameTimeNextDay(zone, at) - at).toBe(hours * 3_600_000);
  });

  it('is on the next day, at any instant of any zone', () => {
    const zones = fc.constantFrom('Europe/Stockholm', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe');
    const instants = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) });
    fc.assert(
      fc.property(zones, instants, (zone, at) => {
        expect(dayIn(zone, sameTimeNextDay(zone, at))).toBe(addDays(dayIn(zone, at), 1));
      }),
    );
  });
});

test('a text is a day exactly when the calendar has it', () => {
  const first = Date.UTC(1900, 0);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), (days) => {
      const day = new Date(first + days * 86_400_000).toISOString().slice(0, 10);
      expect(parseDay(day)).toBe(day);
      expect(daysBetween('1900-01-01', day)).toBe(days);
    }),
  );
  for (const none of ['2026-02-29', '2026-00-10', '26-01-01', '2026-1-1', '2026-01-01T00']) {
    expect(parseDay(none)).toBeUndefined();
  }
});

test('work under another clock sees it everywhere', async () => {
  expect(
    await underClock(
      () => 42,
      async () => [nowAt(), realNowAt()],
    ),
  ).toEqual([42, 42]);
});
