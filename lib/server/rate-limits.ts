import { costMs, type RateLimit, secondsToWait, spendOne } from '@/lib/domain/rate-limit';

/** Who is remembered at most, so that a flood from ever new addresses fills no memory: beyond, the oldest is forgotten. */
const MOST_KEPT = 20_000;

/** Until when each has spent what it may, in epoch milliseconds, in this process. Who is new stands last. */
const spent = new Map<string, number>();

/** Lets one more through, or answers the seconds to wait. */
export function spend(limit: RateLimit, who: string, now: number): number | undefined {
  const until = spent.get(who) ?? 0;
  const spending = spendOne(limit, until, now);
  if (!spending.ok) return secondsToWait(limit, until, now);
  if (!spent.has(who)) makeRoom(now);
  spent.set(who, spending.value);
  return undefined;
}

/** As if the last one had not been let through. */
export function giveBack(limit: RateLimit, who: string): void {
  const until = spent.get(who);
  if (until !== undefined) spent.set(who, until - costMs(limit));
}

function makeRoom(now: number): void {
  if (spent.size < MOST_KEPT) return;
  for (const [who, until] of spent) if (until <= now) spent.delete(who);
  const [oldest] = spent.keys();
  if (spent.size >= MOST_KEPT && oldest !== undefined) spent.delete(oldest);
}
