import type { JobScope } from '@/db/scope';
import { listDueSubscriptions } from '@/db/subscription-life';
import type { Day } from '@/lib/domain/days';
import type { Outcome } from '@/lib/domain/outcome';
import { passActivationDeadline } from '@/lib/server/life/activation-deadline';
import { endPeriod } from '@/lib/server/life/end-period';

type Step = Outcome<unknown, string>;

/**
 * Renews or ends every subscription whose period is over, and closes those that were never activated. `today` is a day
 * anywhere on earth; each subscription decides by its own time zone, and one that is not due yet is left alone.
 */
export async function runDueSubscriptions(scope: JobScope, today: Day, now: number): Promise<readonly Step[]> {
  const done: Step[] = [];
  for (const { id, state } of await listDueSubscriptions(scope, today)) {
    const doIt = state === 'pending_activation' ? passActivationDeadline : endPeriod;
    done.push(await doIt(scope, { subscriptionId: id, now }));
  }
  return done;
}
