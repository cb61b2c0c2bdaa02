import { type Client, createClient, type InValue, LibsqlError, type Transaction } from '@libsql/client';
import { type DatabaseLocation, databaseFile } from './database-location';
import { type Connection, connect, type Rows } from './file-connection';

/** A file answers at once, a server in time. */
export type Soon<T> = T | Promise<T>;
export type Run = (sql: string, args: InValue[]) => Soon<Rows>;

/** What runs statements, on a file or a server. Throws `LibsqlError`. */
export type DatabaseClient = {
  readonly isLocal: boolean;
  readonly isClosed: () => boolean;
  readonly run: Run;
  readonly begin: () => Soon<DatabaseTransaction>;
  readonly reconnect: () => Soon<void>;
  readonly close: () => void;
};
export type DatabaseTransaction = {
  readonly isClosed: () => boolean;
  readonly run: Run;
  readonly commit: () => Soon<void>;
  readonly rollback: () => Soon<void>;
};

/** What is asked for, or what failing makes of its error, whether that comes at once or in time. */
export function orFail<T>(ask: () => Soon<T>, fail: (error: unknown) => never): Soon<T> {
  try {
    const answer = ask();
    return answer instanceof Promise ? answer.catch(fail) : answer;
  } catch (error) {
    return fail(error);
  }
}

/** Milliseconds that a statement may wait for a lock; a file is created if it is not there. */
export function databaseClient(location: DatabaseLocation, timeoutMs: number): DatabaseClient {
  const file = databaseFile(location);
  return file ? fileClient(file, timeoutMs) : serverClient(createClient({ ...location, timeout: timeoutMs }));
}

/**
 * A file of SQLite on one connection, with the error codes of @libsql/client, which prepares every statement anew: for
 * most of ours that takes longer than running them. Here a statement is prepared once.
 */
function fileClient(path: string, timeoutMs: number): DatabaseClient {
  let connection: Connection | undefined = connect(path, timeoutMs);
  const open = () => connection ?? fail('CLIENT_CLOSED', 'The client is closed');
  const close = () => {
    connection?.close();
    connection = undefined;
  };
  return {
    isLocal: true,
    close,
    isClosed: () => connection === undefined,
    run: (sql, args) => open().run(sql, args),
    begin() {
      open().run('BEGIN IMMEDIATE', []);
      return fileTransaction(open());
    },
    reconnect() {
      close();
      connection = connect(path, timeoutMs);
    },
  };
}

function fail(code: string, message: string): never {
  throw new LibsqlError(message, code);
}

function fileTransaction(connection: Connection): DatabaseTransaction {
  // SQLite ends a transaction by itself when the disk is full.
  const isClosed = () => !connection.isInTransaction();
  const run = (sql: string, args: InValue[]) =>
    isClosed() ? fail('TRANSACTION_CLOSED', 'The transaction is closed') : connection.run(sql, args);
  const rollback = () => {
    if (!isClosed()) connection.run('ROLLBACK', []);
  };
  return {
    isClosed,
    run,
    rollback,
    commit() {
      try {
        run('COMMIT', []);
      } finally {
        rollback();
      }
    },
  };
}

function serverClient(client: Client): DatabaseClient {
  return {
    isLocal: false,
    isClosed: () => client.closed,
    run: runOn(client),
    begin: async () => {
      const transaction = await client.transaction('write');
      return {
        isClosed: () => transaction.closed,
        run: runOn(transaction),
        commit: () => transaction.commit(),
        rollback: () => transaction.rollback(),
      };
    },
    reconnect: () => client.reconnect(),
    close: () => client.close(),
  };
}

function runOn(connection: Pick<Client | Transaction, 'execute'>): Run {
  return async (sql, args) => (await connection.execute({ sql, args })).rows.map((row) => Array.from(row));
}
