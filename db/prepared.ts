import type { InValue } from '@libsql/client';
import { fillPlaceholders, type Query } from 'drizzle-orm/sql';
import { runOf } from './client';
import { orFail } from './database-client';
import { failureOf } from './database-errors';

/** What drizzle makes of a query by `prepare()`. */
type Made<Rows> = {
  getQuery(): Query;
  mapResult(rows: unknown): unknown;
  execute(values?: Record<string, unknown>): Promise<Rows>;
};
type Prepared<Rows> = { execute(values?: Record<string, unknown>): Promise<Rows> };

/**
 * A query that is made once per connection and run with new values each time: working out the SQL of a wide one takes
 * as long as running it. All transactions are one connection. It runs without the promises that drizzle makes for
 * caches that are not there.
 */
export function prepared<Connection extends object, Rows>(
  make: (connection: Connection) => Made<Rows>,
): (connection: Connection) => Prepared<Rows> {
  const kept = new WeakMap<Connection, Prepared<Rows>>();
  return (connection) => {
    const known = kept.get(connection) ?? runnable(make(connection), connection);
    kept.set(connection, known);
    return known;
  };
}

function runnable<Rows>(made: Made<Rows>, connection: object): Prepared<Rows> {
  const { sql, params } = made.getQuery();
  const run = runOf(connection);
  // What drizzle has encoded for the driver, and rows as it maps them itself: its types tell neither.
  const encoded = (values: Record<string, unknown>) => fillPlaceholders(params, values) as InValue[];
  const mapped = (rows: unknown) => made.mapResult(rows) as Rows;
  const fail = (error: unknown): never => {
    throw failureOf(error, sql);
  };
  return {
    async execute(values = {}) {
      const found = orFail(() => run(sql, encoded(values)), fail);
      return mapped(found instanceof Promise ? await found : found);
    },
  };
}
