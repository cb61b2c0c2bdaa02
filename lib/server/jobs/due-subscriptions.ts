import { type DueSubscription, listDueSubscriptions } from '@/db/due-subscriptions';
import { listSubscriptionsForJob } from '@/db/many-subscriptions';
import type { JobScope } from '@/db/scope';
import type { Day } from '@/lib/domain/days';
import { passActivationDeadline } from '@/lib/server/life/activation-deadline';
import { endPeriodOf } from '@/lib/server/life/end-period';

/** What is taken on at once: their writes share transactions, and a day of any size needs no more memory than a page. */
const PAGE = 32;

/** How many steps were taken, and the codes of those that were refused though they were due. */
export type DueRun = { readonly done: number; readonly refused: readonly string[] };

/**
 * Renews or ends every subscription whose period is over, and closes those that were never activated. `today` is a day
 * anywhere on earth; each subscription decides by its own time zone, and one that is not due yet is left alone. Where
 * several periods are over, as after days without a running site, they are made up one after the other, in order.
 * A defect in one holds up no other: the first is thrown when all is done.
 */
export async function runDueSubscriptions(scope: JobScope, today: Day, now: number): Promise<DueRun> {
  let done = 0;
  for (;;) {
    const { failures, ...run } = await runOnce(scope, today, now);
    done += run.done;
    if (run.done > 0) continue;
    if (failures.length > 0) throw failures[0];
    return { done, refused: run.refused };
  }
}

/** One step for each that is due. */
async function runOnce(scope: JobScope, today: Day, now: number) {
  const failures: unknown[] = [];
  const refused: string[] = [];
  let done = 0;
  let after: DueSubscription | undefined;
  for (;;) {
    const page = await listDueSubscriptions(scope, { today, after, limit: PAGE });
    const ended = await listSubscriptionsForJob(scope, listIds(page, 'period'));
    const steps = await Promise.allSettled([
      ...listIds(page, 'deadline').map((subscriptionId) => passActivationDeadline(scope, { subscriptionId, now })),
      ...ended.map((subscription) => endPeriodOf(scope, subscription, now)),
    ]);
    for (const step of steps) {
      if (step.status === 'rejected') failures.push(step.reason);
      else if (step.value.ok) done += 1;
      else if (step.value.refusal !== 'not_due') refused.push(step.value.refusal);
    }
    after = page.at(-1);
    if (after === undefined) return { done, refused, failures };
  }
}

function listIds(page: readonly DueSubscription[], over: DueSubscription['over']): string[] {
  return page.filter((due) => due.over === over).map(({ id }) => id);
}
