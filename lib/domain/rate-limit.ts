import { accept, type Outcome, refuse } from './outcome';

/** So many at once, and from then on one whenever the period's share of one has gone by. */
export type RateLimit = { readonly count: number; readonly periodMs: number };

/** What one costs of the period, in milliseconds. */
export function costMs({ count, periodMs }: RateLimit): number {
  return periodMs / count;
}

/**
 * Until when everything is spent once one more is let through; instants in epoch milliseconds. Refused when that would
 * be further ahead than a period.
 */
export function spendOne(limit: RateLimit, spentUntil: number, now: number): Outcome<number, 'too_many'> {
  const until = Math.max(spentUntil, now) + costMs(limit);
  return until - now > limit.periodMs ? refuse('too_many') : accept(until);
}

/** Whole seconds until one more is let through. */
export function secondsToWait(limit: RateLimit, spentUntil: number, now: number): number {
  return Math.max(1, Math.ceil((spentUntil + costMs(limit) - limit.periodMs - now) / 1000));
}
