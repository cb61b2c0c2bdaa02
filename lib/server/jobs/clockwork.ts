import { forgetCardSetups } from '@/db/card-setups';
import { JobScope } from '@/db/scope-mint';
import { dayIn } from '@/lib/domain/days';
import { nowAt } from '@/lib/server/clock';
import { saveAuditHeads } from './audit-head';
import { runDueSubscriptions } from './due-subscriptions';
import { drainOutbox } from './outbox';

const EVERY_MS = 10 * 60_000;

// On the process, so that a second start of the same process does not wind a second clock.
const key = Symbol.for('stegvis.clockwork');
const here: typeof globalThis & { [key]?: NodeJS.Timeout } = globalThis;

const scope = new JobScope('clockwork');

/** Runs what is due now and then every ten minutes. The easternmost time zone says which day has begun anywhere. */
export function startClockwork(onDefect: (error: unknown) => void): void {
  const look = () => void run().catch(onDefect);
  here[key] ??= setInterval(look, EVERY_MS).unref();
  look();
}

async function run(): Promise<void> {
  const now = nowAt();
  const today = dayIn('Pacific/Kiritimati', now);
  await runDueSubscriptions(scope, today, now);
  await saveAuditHeads(scope, today, now);
  await forgetCardSetups(scope, now);
  await drainOutbox();
}
