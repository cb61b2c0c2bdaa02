import { type Client, LibsqlError, type ResultSet, type Transaction } from '@libsql/client';
import { type Connection, connect, type Query } from './file-connection';

/** What of a client this project uses; `createClient` of @libsql/client has it too. */
export type DatabaseClient = Pick<Client, 'reconnect' | 'close' | 'closed' | 'protocol'> & {
  execute(query: Query): Promise<ResultSet>;
  transaction(mode: 'write'): Promise<DatabaseTransaction>;
};
export type DatabaseTransaction = Pick<Transaction, 'commit' | 'rollback' | 'close' | 'closed'> & {
  execute(query: Query): Promise<ResultSet>;
};

/**
 * A file of SQLite on one connection, with the answers and error codes of @libsql/client, which prepares every
 * statement anew: for most of ours that takes longer than running them. Here a statement is prepared once.
 */
export function fileClient(path: string, timeoutMs: number): DatabaseClient {
  let connection: Connection | undefined = connect(path, timeoutMs);
  const open = () => connection ?? fail('CLIENT_CLOSED', 'The client is closed');
  const close = () => {
    connection?.close();
    connection = undefined;
  };
  return {
    protocol: 'file',
    close,
    get closed() {
      return connection === undefined;
    },
    async execute(query) {
      return open().execute(query);
    },
    async transaction() {
      open().execute(BEGIN);
      return transactionOn(open());
    },
    async reconnect() {
      close();
      connection = connect(path, timeoutMs);
    },
  };
}

function fail(code: string, message: string): never {
  throw new LibsqlError(message, code);
}

const BEGIN = { sql: 'BEGIN IMMEDIATE', args: [] };
const COMMIT = { sql: 'COMMIT', args: [] };
const ROLLBACK = { sql: 'ROLLBACK', args: [] };

function transactionOn(connection: Connection): DatabaseTransaction {
  // SQLite ends a transaction by itself when the disk is full.
  const isClosed = () => !connection.isInTransaction();
  const run = (query: Query) =>
    isClosed() ? fail('TRANSACTION_CLOSED', 'The transaction is closed') : connection.execute(query);
  const close = () => {
    if (!isClosed()) connection.execute(ROLLBACK);
  };
  return {
    close,
    get closed() {
      return isClosed();
    },
    async execute(query) {
      return run(query);
    },
    async commit() {
      try {
        run(COMMIT);
      } finally {
        close();
      }
    },
    async rollback() {
      close();
    },
  };
}
