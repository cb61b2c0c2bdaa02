import { AsyncLocalStorage } from 'node:async_hooks';

/** A defect: the database was used in a way that freezes the process or loses a write. */
export class TransactionMisuse extends Error {
  override readonly name = 'TransactionMisuse';
}

export type TransactionGuard = {
  /** Runs the work as the inside of a transaction; it stops being so when the work ends. */
  inside<T>(work: () => Promise<T>): Promise<T>;
  /** Throws when called from inside a transaction: waiting there for another connection never ends. */
  refuseInside(): void;
  /** Throws when called from outside one: a statement that comes late would land in somebody else's. */
  requireInside(): void;
};

export function transactionGuard(): TransactionGuard {
  const current = new AsyncLocalStorage<{ open: boolean }>();
  return {
    async inside(work) {
      const transaction = { open: true };
      try {
        // A query runs when it is awaited, which must be in here, too.
        return await current.run(transaction, async () => await work());
      } finally {
        transaction.open = false;
      }
    },
    refuseInside() {
      if (current.getStore()?.open) {
        throw new TransactionMisuse('use only the transaction inside a transaction: pass tx on to the query');
      }
    },
    requireInside() {
      if (!current.getStore()?.open) throw new TransactionMisuse('the transaction has ended, or never began');
    },
  };
}
