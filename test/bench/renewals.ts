import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { runDueSubscriptions } from '@/lib/server/jobs/due-subscriptions';
import { inMoneyDatabase, job, type Settlement, saveCustomers } from './money-database';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const DAY = '2026-12-01';
const NOW = Date.parse(`${DAY}T10:00:00Z`);

export type RenewalFigures = {
  readonly settlement: Settlement;
  readonly renewed: number;
  readonly perSecond: number;
  /** How much the heap has grown for good, in MiB. */
  readonly heapGrowth: number;
};

/** Renews everything that is due on one day, on one file: ten apps for each customer. */
export async function measureRenewals(settlement: Settlement, count: number): Promise<RenewalFigures> {
  return inMoneyDatabase(async () => {
    await saveCustomers({ count: count / 10, settlement, appsEach: 10 });
    const heapBefore = heapUsed();
    const startedAt = performance.now();
    const { done: renewed } = await runDueSubscriptions(job, DAY, NOW);
    const seconds = (performance.now() - startedAt) / 1000;
    if (renewed !== count) throw new Error(`${renewed} of ${count} were renewed`);
    return { settlement, renewed, perSecond: renewed / seconds, heapGrowth: (heapUsed() - heapBefore) / 2 ** 20 };
  });
}

/** In octets, of what is still needed. */
function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
