import { Temporal } from 'temporal-polyfill';
import type { Term } from './plans';

/** A calendar day 'YYYY-MM-DD'; compares as text. */
export type Day = string;

const DAY_MS = 86_400_000;

/** Whole days from one day to another; negative when `until` is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return (startOf(until) - startOf(from)) / DAY_MS;
}

export function addDays(day: Day, days: number): Day {
  return new Date(startOf(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** In UTC, where all days are as long. */
function startOf(day: Day): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError('Not a day of the calendar');
  return at;
}

/**
 * The day one term after `start`. `anchorDay` (1–31) is the day of month of the first period: it is kept where the
 * month has it and clamped to the month's last day where not (31 Jan → 28 Feb → 31 Mar).
 */
export function addTerm(start: Day, term: Term, anchorDay: number): Day {
  const month = Temporal.PlainDate.from(start).with({ day: 1 }).add(Temporal.Duration.from(term));
  return month.with({ day: Math.min(anchorDay, month.daysInMonth) }).toString();
}

/** Whether a day lies in a month before that of another. */
export function isOfEarlierMonth(day: Day, than: Day): boolean {
  return day.slice(0, 7) < than.slice(0, 7);
}

/** Day of month, 1–31: the anchor of a subscription is that of its first period's start. */
export function dayOfMonth(day: Day): number {
  return Temporal.PlainDate.from(day).day;
}

type Today = { readonly day: Day; readonly fromAt: number; readonly untilAt: number };

/** The day that was asked for last in each time zone, which is mostly the one that is asked for next. */
const latest = new Map<string, Today>();

/** The calendar day of an instant (epoch milliseconds) in an IANA time zone. */
export function dayIn(timeZone: string, instantAt: number): Day {
  const known = latest.get(timeZone);
  if (known && known.fromAt <= instantAt && instantAt < known.untilAt) return known.day;
  const here = Temporal.Instant.fromEpochMilliseconds(instantAt).toZonedDateTimeISO(timeZone);
  const begun = here.startOfDay();
  const day = here.toPlainDate().toString();
  const untilAt = begun.add({ days: 1 }).startOfDay().epochMilliseconds;
  latest.set(timeZone, { day, fromAt: begun.epochMilliseconds, untilAt });
  return day;
}

/** The instant on the next calendar day with the same time of day in an IANA time zone: 23, 24 or 25 hours later. */
export function sameTimeNextDay(timeZone: string, instantAt: number): number {
  const here = Temporal.Instant.fromEpochMilliseconds(instantAt).toZonedDateTimeISO(timeZone);
  return here.add({ days: 1 }).epochMilliseconds;
}

/** A text as a day of the calendar, or undefined where it is none, such as 30 February. */
export function parseDay(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return instant.toISOString().slice(0, 10) === text ? text : undefined;
}
