import type { Day } from './days';
import type { DocumentKind } from './document-snapshot';
import { accept, type Outcome, refuse } from './outcome';

/** A calendar month 'YYYY-MM'; compares as text. */
export type Month = string;

/** Both months included. */
export type MonthSpan = { readonly from: Month; readonly to: Month };

export const PERIOD_REFUSALS = ['month_malformed', 'period_reversed', 'period_too_long', 'nothing_issued'] as const;
export type PeriodRefusal = (typeof PERIOD_REFUSALS)[number];

/** At most so many months go into one file. */
export const LONGEST_PERIOD_MONTHS = 12;

/** The months that were asked for, or why they cannot be had in one file. */
export function parsePeriod(from: string, to: string): Outcome<MonthSpan, PeriodRefusal> {
  const [first, last] = [indexOf(from), indexOf(to)];
  if (first === undefined || last === undefined) return refuse('month_malformed');
  if (last < first) return refuse('period_reversed');
  return last - first < LONGEST_PERIOD_MONTHS ? accept({ from, to }) : refuse('period_too_long');
}

/** Every month from that of the first day to that of the last, the latest first. */
export function listMonths(days: readonly Day[]): Month[] {
  const indexes = days.flatMap((day) => indexOf(day.slice(0, 7)) ?? []);
  if (indexes.length === 0) return [];
  const [first, last] = [Math.min(...indexes), Math.max(...indexes)];
  return Array.from({ length: last - first + 1 }, (_, back) => monthOf(last - back));
}

/** A name for a document's file; the two kinds are numbered by themselves, so one says its kind. */
export function fileNameOf({ kind, number }: { kind: DocumentKind; number: string }, ending: 'pdf' | 'xml'): string {
  return `${kind === 'credit_note' ? 'credit-note-' : ''}${number}.${ending}`;
}

/** Months since the year 0; undefined for what is no month. */
function indexOf(month: string): number | undefined {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  return year === undefined || number === undefined ? undefined : Number(year) * 12 + Number(number) - 1;
}

function monthOf(index: number): Month {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}
