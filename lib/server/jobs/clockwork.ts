import { forgetCardSetups } from '@/db/card-setups';
import { JobScope } from '@/db/scope-mint';
import { nowAt } from '@/lib/server/clock';
import { runDueNow } from './run-day';

const EVERY_MS = 10 * 60_000;

// On the process, so that a second start of the same process does not wind a second clock.
const key = Symbol.for('stegvis.clockwork');
const here: typeof globalThis & { [key]?: NodeJS.Timeout } = globalThis;

const scope = new JobScope('clockwork');

/** Runs what is due now and then every ten minutes. */
export function startClockwork(onDefect: (error: unknown) => void): void {
  const look = () => void run().catch(onDefect);
  here[key] ??= setInterval(look, EVERY_MS).unref();
  look();
}

async function run(): Promise<void> {
  await forgetCardSetups(scope, nowAt());
  await runDueNow(scope);
}
