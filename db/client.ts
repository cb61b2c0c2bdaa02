import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { settings } from '@/lib/env';
import { type DatabaseClient, databaseClient, type Run } from './database-client';
import { errorCode, isSpoiling, redacted } from './database-errors';
import { type DatabaseLocation, databaseFile } from './database-location';
import { callbackOf, readingOnly, type WritingClient, writingClient } from './guarded-client';
import * as schema from './schema';
import { type TransactionGuard, TransactionMisuse, transactionGuard } from './transaction-guard';
import { type WriteQueue, writeQueue } from './write-queue';

type Drizzle = SqliteRemoteDatabase<typeof schema>;

/** What a read may use: SELECT, outside any transaction. */
export type Reader = Pick<Drizzle, 'select' | 'selectDistinct' | 'query' | '$count' | 'values' | 'with'>;
/** The open transaction. Queries that run inside and outside one take `Reader`; a transaction is one. */
export type Transaction = Reader & Pick<Drizzle, 'insert' | 'update' | 'delete' | 'run'>;

type OpenDatabase = {
  reading: DatabaseClient;
  reader: Drizzle;
  writing: WritingClient;
  writer: Drizzle;
  runs: ReadonlyMap<object, Run>;
  queue: WriteQueue;
  guard: TransactionGuard;
  faults: Set<string>;
};

// Next bundles proxy.ts, pages and instrumentation separately, each with its own module state. Two write mutexes over
// one file would lose writes, so everything hangs on the process.
const key = Symbol.for('stegvis.database');
const here: typeof globalThis & { [key]?: OpenDatabase } = globalThis;

// The driver waits for a lock synchronously: this long at most, then the wait goes on without freezing the process.
const driverWaitMs = 20;
const pauseMs = 50;
const patienceMs = 5000;
const queueLength = 500;

/** A batch is deferred: it could meet a lock half way, and lose. */
const refuseBatch = async () => {
  throw new TransactionMisuse('batch() cannot be used: use write()');
};
const config = { schema, casing: 'snake_case' } as const;

/** Opens the database of this process; throws when one is open. A `file:` database is created if it is not there. */
export function openDatabase(location: DatabaseLocation): void {
  if (here[key]) throw new Error('the database is open already: closeDatabase() first');
  const file = databaseFile(location);
  if (file) mkdirSync(dirname(file), { recursive: true });
  const faults = new Set<string>();
  const guard = transactionGuard();
  const reading = databaseClient(location, driverWaitMs);
  const writing = writingClient(databaseClient(location, driverWaitMs), guard.requireInside, (code) =>
    faults.add(code),
  );
  const runRead = readingOnly(reading, guard.refuseInside);
  const reader = drizzle(callbackOf(runRead), refuseBatch, config);
  const writer = drizzle(callbackOf(writing.inside), refuseBatch, config);
  here[key] = {
    reading,
    reader,
    writing,
    writer,
    runs: new Map<object, Run>([
      [reader, runRead],
      [writer, writing.inside],
    ]),
    queue: writeQueue({ length: queueLength, patienceMs }),
    guard,
    faults,
  };
}

/** Waits for the writes that have been accepted, then closes. The next use opens the database of the settings. */
export async function closeDatabase(): Promise<void> {
  const open = here[key];
  if (!open) return;
  delete here[key];
  await open.queue.drained();
  open.reading.close();
  open.writing.close();
}

/**
 * Reads outside any transaction. The work may run again after a lock, so it only reads. Throws `DatabaseError`; a
 * lock that lasts longer than five seconds has the code SQLITE_BUSY.
 */
export async function read<T>(run: (db: Reader) => Promise<T>): Promise<T> {
  const { reader, reading, guard } = database();
  guard.refuseInside();
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return await run(reader);
    } catch (error) {
      const code = errorCode(error);
      if (isSpoiling(code)) await reading.reconnect();
      // CLIENT_CLOSED: another read's reconnect came between this one's connection and its statement.
      const again = code === 'SQLITE_BUSY' || (code === 'CLIENT_CLOSED' && !reading.isClosed());
      if (!again || performance.now() > giveUpAt) throw redacted(error);
    }
    await pause(pauseMs);
  }
}

/**
 * Runs the work once, alone, in an immediate transaction: committed to the disk, or nothing of it. `busy`: the file is
 * locked or full, or too many writes wait; nothing was saved. Inside, await only the transaction.
 */
export async function write<T>(run: (tx: Transaction) => Promise<T>): Promise<Outcome<T, 'busy'>> {
  const open = database();
  open.guard.refuseInside();
  return open.queue.enter(async (giveUpAt) => {
    for (;;) {
      const tried = await attempt(open, run);
      if (tried !== 'locked') return tried;
      if (performance.now() > giveUpAt) return refuse('busy');
      await pause(pauseMs);
    }
  });
}

/** What runs a statement on a connection of this database. */
export function runOf(connection: object): Run {
  const run = database().runs.get(connection);
  if (!run) throw new TransactionMisuse('the connection is of a database that has been closed');
  return run;
}

/** For writes that begin later than they are asked for: waiting for one inside a transaction would never end. */
export function refuseInsideTransaction(): void {
  database().guard.refuseInside();
}

async function attempt<T>(open: OpenDatabase, run: (tx: Transaction) => Promise<T>) {
  let begun = false;
  open.faults.clear();
  try {
    const value = await open.writing.transact(() => {
      begun = true;
      return open.guard.inside(() => run(open.writer));
    });
    return accept(value);
  } catch (error) {
    if (!begun && open.faults.has('SQLITE_BUSY')) return 'locked';
    if (open.faults.has('SQLITE_BUSY') || open.faults.has('SQLITE_FULL')) return refuse('busy');
    throw redacted(error);
  } finally {
    if ([...open.faults].some(isSpoiling)) await open.writing.reconnect();
  }
}

function database(): OpenDatabase {
  if (!here[key]) openDatabase(settings().database);
  const open = here[key];
  if (!open) throw new Error('the database did not open');
  return open;
}
