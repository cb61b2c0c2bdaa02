import { migrate } from '@/db/migrate';
import { settings } from '@/lib/env';
import { knownAddresses } from './client-address';
import { followedAnswers } from './form-answer';
import { startClockwork } from './jobs/clockwork';
import { followDemoClock } from './jobs/demo-clock';
import { startOutbox, stopOutbox } from './jobs/outbox';
import { judgedForms } from './judged-forms';
import { keptPages } from './kept-pages';
import { logDefect } from './log';
import { tamedRequests } from './odd-requests';
import { putDoors } from './request-doors';

/** Starts everything, or ends the process with the reason. */
export async function boot(): Promise<void> {
  try {
    await start();
  } catch (error) {
    // Next would go on and answer 500 to everybody.
    logDefect(error, { job: 'boot' });
    process.exit(1);
  }
}

/** Refuses to start on a missing or weak setting, brings the database up to date, and starts sending what waits. */
async function start(): Promise<void> {
  const { trustsProxy } = settings();
  putDoors(tamedRequests(), keptPages(), knownAddresses({ trustsProxy }), judgedForms(), followedAnswers());
  await migrate();
  await followDemoClock((error) => logDefect(error, { job: 'demo-clock' }));
  process.once('SIGTERM', () => void stopOutbox());
  startOutbox((error) => logDefect(error, { job: 'outbox' }));
  startClockwork((error) => logDefect(error, { job: 'clockwork' }));
}
