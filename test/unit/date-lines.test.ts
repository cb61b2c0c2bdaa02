import { describe, expect, it } from 'vitest';
import { formatInstant, formatSpan, formatWeekday } from '@/lib/i18n/formats';

describe('the lines of a date', () => {
  const at = Date.UTC(2026, 10, 22, 13, 30);
  it.each([
    ['en-US', 'Sunday, | November_22,_2026', 'November_22,_2026 | at_1:30_PM', 'November_22 – 30,_2026'],
    ['sv-SE', 'söndag | 22_november_2026', '22_november_2026 | kl._13:30', '22–30_november_2026'],
  ] as const)('%s: end after a weekday, before a time of day, and nowhere else', (locale, weekday, instant, span) => {
    const lines = (text: string) =>
      text
        .replaceAll(' ', ' | ')
        .replace(/[\u00a0\u202f]/g, '_')
        .replaceAll('\u2009', ' ');
    expect(lines(formatWeekday(locale, '2026-11-22'))).toBe(weekday);
    expect(lines(formatInstant(locale, at, 'UTC'))).toBe(instant);
    expect(lines(formatSpan(locale, '2026-11-22', '2026-11-30'))).toBe(span);
  });
});
