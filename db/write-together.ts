import { accept, type Outcome } from '@/lib/domain/outcome';
import { refuseInsideTransaction, runOf, type Transaction, write } from './client';
import { redacted } from './database-errors';

/** How many share a transaction at most: a local one is one synchronous stretch, in which nobody else is served. */
const MOST = 16;

type Waiting = {
  readonly run: (tx: Transaction) => Promise<unknown>;
  readonly settle: (ended: Promise<Outcome<unknown, 'busy'>>) => void;
};

const waiting: Waiting[] = [];

/**
 * `write` for work that comes in numbers, such as a day's renewals: what is asked for in one turn of the event loop
 * shares a transaction, and with it the wait for the disk. Each is whole or not at all: one that throws is rolled back
 * by itself. All are answered once the transaction is on the disk.
 */
export function writeTogether<T>(run: (tx: Transaction) => Promise<T>): Promise<Outcome<T, 'busy'>> {
  refuseInsideTransaction();
  if (waiting.length === 0) setImmediate(flush);
  return new Promise((resolve, reject) => {
    let value: { readonly is: T } | undefined;
    waiting.push({
      run: async (tx) => {
        value = { is: await run(tx) };
      },
      settle: (ended) => {
        ended.then((saved) => {
          if (!saved.ok) return resolve(saved);
          return value ? resolve(accept(value.is)) : reject(new Error('A write answered nothing'));
        }, reject);
      },
    });
  });
}

function flush(): void {
  while (waiting.length > 0) saveGroup(waiting.splice(0, MOST));
}

function saveGroup(group: readonly Waiting[]): void {
  const failed = new Map<Waiting, unknown>();
  const saved = write(async (tx) => {
    if (group.length === 1) return group[0]?.run(tx);
    for (const each of group) await alone(tx, each, failed);
  });
  for (const each of group) {
    each.settle(saved.then((outcome) => (failed.has(each) ? Promise.reject(failed.get(each)) : outcome)));
  }
}

/** In a savepoint of its own, which the commit releases. Where the transaction is gone, going back fails and ends them all. */
async function alone(tx: Transaction, each: Waiting, failed: Map<Waiting, unknown>): Promise<void> {
  await runOf(tx)('savepoint each_write', []);
  try {
    await each.run(tx);
  } catch (error) {
    failed.set(each, redacted(error));
    await runOf(tx)('rollback to each_write', []);
  }
}
