const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** A calendar day 'YYYY-MM-DD'; compares as text. */
export type Day = string;

export function daysFrom(from: Day, until: Day): number {
  return (Date.parse(until) - Date.parse(from)) / DAY_MS;
}

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

export function dayOfMonth(day: Day): number {
  return Number(day.slice(8));
}

/** The same day of a later month, or that month's last one: 31 January, one month on, is 28 February. */
export function plusMonths(day: Day, months: number, anchor: number): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const next = Date.UTC(year, month - 1 + months, Math.min(anchor, lastDay));
  return new Date(next).toISOString().slice(0, 10);
}

/** The calendar day of an instant (epoch milliseconds) in a time zone. */
export function dayAt(zone: string, at: number): Day {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  clocks.set(zone, clock);
  return clock.format(at);
}

/** Ten minutes before the next midnight of a time zone whose clock shows whole hours with UTC's. */
export function beforeMidnight(zone: string, at: number): number {
  const today = dayAt(zone, at);
  let hour = Math.floor(at / HOUR_MS) * HOUR_MS;
  while (dayAt(zone, hour) === today) hour += HOUR_MS;
  return Math.max(at, hour - 10 * 60_000);
}
