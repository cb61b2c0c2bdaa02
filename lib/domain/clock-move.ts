import { type Day, daysBetween, parseDay } from './days';
import { accept, type Outcome, refuse } from './outcome';

/** How many days a demo's clock moves at once: every one of them is lived through. */
export const MOST_DAYS_AT_ONCE = 400;

export const CLOCK_MOVE_REFUSALS = [
  'move_missing',
  'move_malformed',
  'move_backwards',
  'move_nowhere',
  'move_too_far',
] as const;
export type ClockMoveRefusal = (typeof CLOCK_MOVE_REFUSALS)[number];

/** How many days forward: '30', '+30', '+30d', or until a day such as '2027-01-31'. */
export function daysToMove(text: string, today: Day): Outcome<number, ClockMoveRefusal> {
  const wish = text.trim();
  if (wish === '') return refuse('move_missing');
  const day = parseDay(wish);
  const [, sign = '', count] = /^([+-]?)(\d+)d?$/.exec(wish) ?? [];
  if (day === undefined && count === undefined) return refuse('move_malformed');
  const days = day === undefined ? Number(`${sign}${count}`) : daysBetween(today, day);
  if (days === 0) return refuse('move_nowhere');
  if (days < 0) return refuse('move_backwards');
  return days > MOST_DAYS_AT_ONCE ? refuse('move_too_far') : accept(days);
}
