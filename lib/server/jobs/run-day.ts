import type { JobScope } from '@/db/scope';
import { type Day, dayIn } from '@/lib/domain/days';
import { type Mode, settings } from '@/lib/env';
import { nowAt } from '@/lib/server/clock';
import { saveAuditHeads } from './audit-head';
import { runChargeRetries } from './charge-retries';
import { runDueNotices } from './due-notices';
import { runDueSubscriptions } from './due-subscriptions';
import { runMonthlyInvoices } from './monthly-invoices';
import { runOpenApprovals } from './open-approvals';
import { runOpenCharges } from './open-charges';
import { drainOutbox } from './outbox';
import { runPaymentDeadlines } from './payment-deadlines';
import { runSandboxDisputes } from './sandbox-disputes';

/** Decides by each subscription's or profile's own time zone, may run many times a day, and needs no other job. */
type DailyJob = (scope: JobScope, today: Day, now: number) => Promise<unknown>;

/** In the order in which a day's work is done: what it leads to stands after what it follows from. */
const EVERY_DAY: readonly DailyJob[] = [
  runOpenCharges,
  runOpenApprovals,
  runDueSubscriptions,
  runMonthlyInvoices,
  runChargeRetries,
  runPaymentDeadlines,
  runDueNotices,
  saveAuditHeads,
];

/** Those of a site; a live one has no bank that acts by the clock. */
export function dailyJobsOf(mode: Mode): readonly DailyJob[] {
  return mode === 'demo' ? [runSandboxDisputes, ...EVERY_DAY] : EVERY_DAY;
}

/**
 * Does everything that is due and sends what it leads to. `today` is the latest day anywhere on earth, `now` in epoch
 * milliseconds. A job that fails holds up no other; the first failure is thrown when all is done.
 */
export async function runDay(scope: JobScope, { today, now }: { today: Day; now: number }): Promise<void> {
  const failures: unknown[] = [];
  for (const job of dailyJobsOf(settings().mode)) {
    const [done] = await Promise.allSettled([job(scope, today, now)]);
    if (done.status === 'rejected') failures.push(done.reason);
  }
  await drainOutbox();
  if (failures.length > 0) throw failures[0];
}

/** The same as of now. The easternmost time zone says which day has begun anywhere. */
export function runDueNow(scope: JobScope): Promise<void> {
  const now = nowAt();
  return runDay(scope, { today: dayIn('Pacific/Kiritimati', now), now });
}
