import type { InValue } from '@libsql/client';
import type { AsyncRemoteCallback } from 'drizzle-orm/sqlite-proxy';
import { isStorableText } from '@/lib/domain/text';
import { type DatabaseClient, type DatabaseTransaction, orFail, type Run, type Soon } from './database-client';
import { BadTextError, errorCode, isSpoiling } from './database-errors';
import type { Rows } from './file-connection';
import { TransactionMisuse } from './transaction-guard';

/** What drizzle runs a statement by. Of one row it wants that row and not a list of it; of none, nothing. */
export function callbackOf(run: Run): AsyncRemoteCallback {
  return async (sql, params: InValue[], method) => {
    const rows = await run(sql, params);
    return { rows: method === 'get' ? ((rows[0] ?? undefined) as unknown as Rows) : rows };
  };
}

/** For reads outside transactions: SELECT only, text checked, never from inside a transaction. */
export function readingOnly(client: DatabaseClient, refuseInside: () => void): Run {
  return (sql, params) => {
    refuseInside();
    if (!/^[\s(]*(select|with)\b/i.test(sql)) {
      throw new TransactionMisuse('the reading connection only runs SELECT: use write()');
    }
    requireStorable(sql, params);
    return client.run(sql, params);
  };
}

export type WritingClient = Pick<DatabaseClient, 'reconnect' | 'close'> & {
  /** Runs statements in the transaction that is open, and only from inside it. */
  readonly inside: Run;
  /** Begins a transaction, and commits it when the work has ended well. Never two at a time. */
  transact<T>(work: () => Promise<T>): Promise<T>;
};

/**
 * For writes: transactions and nothing else. One client for all of them, so that what is prepared for one serves the
 * next. `onFault` hears the code of every failed statement.
 */
export function writingClient(
  client: DatabaseClient,
  requireInside: () => void,
  onFault: (code: string) => void,
): WritingClient {
  let current: GuardedTransaction | undefined;
  const begin = async () => {
    try {
      return guardedTransaction(await client.begin(), onFault, client.isLocal);
    } catch (error) {
      onFault(errorCode(error) ?? '');
      throw error;
    }
  };
  return {
    inside(sql, params) {
      requireInside();
      if (!current) throw new TransactionMisuse('the writing connection only runs transactions');
      return current.run(sql, params);
    },
    close: () => client.close(),
    reconnect: () => client.reconnect(),
    async transact(work) {
      const own = await begin();
      current = own;
      try {
        const value = await work();
        await own.commit();
        return value;
      } catch (error) {
        await own.rollback();
        throw error;
      } finally {
        current = undefined;
      }
    },
  };
}

type GuardedTransaction = Pick<DatabaseTransaction, 'run'> & {
  readonly commit: () => Promise<void>;
  readonly rollback: () => Promise<void>;
};

/**
 * SQLite ends a transaction by itself when the disk is full, and all that follows fails with TRANSACTION_CLOSED. The
 * first failure is the one that is thrown then. A local transaction never leaves the microtask queue, so one that is
 * still open when an immediate runs has waited for something else while it held the only write lock.
 */
function guardedTransaction(
  transaction: DatabaseTransaction,
  onFault: (code: string) => void,
  local: boolean,
): GuardedTransaction {
  let first: unknown;
  let waited = false;
  const watch = local
    ? setImmediate(() => {
        waited = true;
      })
    : undefined;

  const fail = (error: unknown): never => {
    onFault(errorCode(error) ?? '');
    first ??= error;
    throw errorCode(error) === 'TRANSACTION_CLOSED' ? first : error;
  };
  const guard = <T>(step: () => Soon<T>): Soon<T> => {
    if (waited) throw new TransactionMisuse('something else than the transaction was awaited inside it');
    return orFail(step, fail);
  };

  return {
    run: (sql, params) =>
      guard(() => {
        requireStorable(sql, params);
        return transaction.run(sql, params);
      }),
    async commit() {
      try {
        // Work that catches a failed statement and goes on must not be acknowledged when the transaction is gone.
        if (isSpoiling(errorCode(first))) throw first;
        await guard(() => transaction.commit());
      } finally {
        clearImmediate(watch);
      }
    },
    async rollback() {
      clearImmediate(watch);
      if (transaction.isClosed()) return;
      try {
        await transaction.rollback();
      } catch (error) {
        onFault(errorCode(error) ?? '');
        throw first ?? error;
      }
    },
  };
}

function requireStorable(sql: string, params: readonly InValue[]): void {
  for (const value of params) {
    if (typeof value === 'string' && !isStorableText(value)) throw new BadTextError(sql);
  }
}
