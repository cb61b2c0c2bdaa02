import { Temporal } from 'temporal-polyfill';
import { addDays, type Day } from '@/lib/domain/days';

/** Days told from today, so that the demo is as fresh on any day. */
export type Calendar = {
  readonly today: Day;
  ago(days: number): Day;
  /** The first day of a monthly or annual rhythm that, after so many months, renews on the day `days` from today. */
  startOf(rhythm: { readonly months: number; readonly renewsIn: number }): Day;
};

export function calendarOf(today: Day): Calendar {
  return {
    today,
    ago: (days) => addDays(today, -days),
    startOf: ({ months, renewsIn }) =>
      Temporal.PlainDate.from(addDays(today, renewsIn)).subtract({ months }).toString(),
  };
}
