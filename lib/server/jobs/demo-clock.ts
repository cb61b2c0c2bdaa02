import { findClockAhead, saveClockAhead } from '@/db/demo-clock';
import { hasOrganizations } from '@/db/organizations';
import { JobScope } from '@/db/scope-mint';
import { type Day, sameTimeNextDay } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { settings } from '@/lib/env';
import { clockAheadMs, moveClockTo, nowAt } from '@/lib/server/clock';
import { DEMO_TIME_ZONE, demoToday } from '@/lib/server/demo-day';
import { logDefect } from '@/lib/server/log';
import { runDueNow } from './run-day';

const REFRESH_MS = 15_000;
const scope = new JobScope('demo-clock');

// On the process, like the clock: one move at a time, and one look at the database.
const key = Symbol.for('stegvis.demo-clock');
type Mover = { last: Promise<unknown>; timer: NodeJS.Timeout | undefined };
const here: typeof globalThis & { [key]?: Mover } = globalThis;
here[key] ??= { last: Promise.resolve(), timer: undefined };
const mover = here[key];

/** Whether there is a demo whose time could move: an empty database is seeded as of the real day. */
export function isDemoSeeded(): Promise<boolean> {
  return hasOrganizations(scope);
}

/** Takes over how far the demo's clock was moved, which the database knows. A live site's clock is never moved. */
export async function readDemoClock(): Promise<void> {
  if (settings().mode === 'demo') moveClockTo(await findClockAhead(scope));
}

/** The same now and then, so that what another process has moved holds here too. */
export async function followDemoClock(onDefect: (error: unknown) => void): Promise<void> {
  await readDemoClock();
  mover.timer ??= setInterval(() => void readDemoClock().catch(onDefect), REFRESH_MS).unref();
}

/**
 * Moves the demo's clock day by day: each day does all that is due and sends what it leads to, before the next begins.
 * `fromMs` is how far ahead the clock stood when the move was asked for: `stale` when it was moved since, so that the
 * same wish sent twice moves once.
 */
export async function moveDemoClock(
  days: number,
  fromMs: number = clockAheadMs(),
): Promise<Outcome<Day, 'not_a_demo' | 'stale' | 'busy'>> {
  if (settings().mode !== 'demo') return refuse('not_a_demo');
  const move = mover.last.then(() => liveThrough(days, fromMs));
  mover.last = move.catch(() => undefined);
  return move;
}

async function liveThrough(days: number, fromMs: number): Promise<Outcome<Day, 'stale' | 'busy'>> {
  let aheadMs = fromMs;
  for (let day = 0; day < days; day += 1) {
    const now = nowAt();
    const toMs = aheadMs + sameTimeNextDay(DEMO_TIME_ZONE, now) - now;
    const saved = await saveClockAhead(scope, { fromMs: aheadMs, toMs });
    if (!saved.ok) return saved;
    moveClockTo(toMs);
    aheadMs = toMs;
    await runDueNow(scope).catch((error) => logDefect(error, { job: 'demo-clock' }));
  }
  return accept(demoToday());
}
