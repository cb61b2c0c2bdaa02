import type { Client, InArgs, InStatement, ResultSet } from '@libsql/client';
import { isStorableText } from '@/lib/domain/text';
import { BadTextError, errorCode, isSpoiling } from './database-errors';
import type { DatabaseClient, DatabaseTransaction } from './file-client';
import type { Query } from './file-connection';
import { TransactionMisuse } from './transaction-guard';

type Execute = (statement: InStatement, args?: InArgs) => Promise<ResultSet>;

const refused = (what: string) => async (): Promise<never> => {
  throw new TransactionMisuse(what);
};

const readsOnly = refused('the reading connections only run SELECT: use write()');
const transactionsOnly = refused('the writing connection only runs transactions: batch() is deferred and can lose');

/** For reads outside transactions: SELECT only, text checked, never from inside a transaction. */
export function readingClient(client: DatabaseClient, refuseInside: () => void): Client {
  const execute: Execute = async (statement, args) => {
    refuseInside();
    const query = asQuery(statement, args);
    return /^[\s(]*(select|with)\b/i.test(query.sql) ? client.execute(checked(query)) : readsOnly();
  };
  return guarded(client, execute);
}

export type WritingClient = Pick<DatabaseClient, 'reconnect' | 'close'> & {
  /** Runs statements in the transaction that is open, and only from inside it. */
  readonly inside: Client;
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
      return guardedTransaction(await client.transaction('write'), onFault, client.protocol === 'file');
    } catch (error) {
      onFault(errorCode(error) ?? '');
      throw error;
    }
  };
  const execute: Execute = async (statement, args) => {
    requireInside();
    return current ? current.execute(asQuery(statement, args)) : transactionsOnly();
  };
  return {
    inside: guarded(client, execute),
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

function guarded(client: DatabaseClient, execute: Execute): Client {
  return {
    execute,
    transaction: transactionsOnly,
    batch: transactionsOnly,
    migrate: transactionsOnly,
    executeMultiple: transactionsOnly,
    sync: transactionsOnly,
    reconnect: () => client.reconnect(),
    close: () => client.close(),
    protocol: client.protocol,
    get closed() {
      return client.closed;
    },
  };
}

type GuardedTransaction = Pick<DatabaseTransaction, 'execute' | 'commit' | 'rollback'>;

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

  const guard = async <T>(step: () => Promise<T>): Promise<T> => {
    if (waited) throw new TransactionMisuse('something else than the transaction was awaited inside it');
    try {
      return await step();
    } catch (error) {
      onFault(errorCode(error) ?? '');
      first ??= error;
      throw errorCode(error) === 'TRANSACTION_CLOSED' ? first : error;
    }
  };

  // Work that catches a failed statement and goes on must not be acknowledged when the transaction is gone.
  const commit = async () => {
    if (isSpoiling(errorCode(first))) throw first;
    await transaction.commit();
  };

  return {
    execute: (query) => guard(async () => transaction.execute(checked(query))),
    commit: () => guard(commit).finally(() => clearImmediate(watch)),
    async rollback() {
      clearImmediate(watch);
      if (transaction.closed) return transaction.close();
      await transaction.rollback().catch((error: unknown) => {
        onFault(errorCode(error) ?? '');
        throw first ?? error;
      });
    },
  };
}

function asQuery(statement: InStatement, args: InArgs = []): Query {
  const query = typeof statement === 'string' ? { sql: statement, args } : statement;
  return { sql: query.sql, args: Object.values(query.args ?? []) };
}

function checked(query: Query): Query {
  if (query.args.some((value) => typeof value === 'string' && !isStorableText(value)))
    throw new BadTextError(query.sql);
  return query;
}
