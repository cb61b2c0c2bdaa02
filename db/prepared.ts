import { sql } from 'drizzle-orm';

/**
 * A query that is made once per connection and run with new values each time: working out the SQL of a wide one takes
 * as long as running it. A transaction is a connection of its own.
 */
export function prepared<Connection extends object, Query>(
  make: (connection: Connection) => Query,
): (connection: Connection) => Query {
  const made = new WeakMap<Connection, Query>();
  return (connection) => {
    const query = made.get(connection) ?? make(connection);
    made.set(connection, query);
    return query;
  };
}

/** `in` for a prepared query and any number of ids, which are given as JSON under the name `ids`. */
export const amongIds = sql`(select value from json_each(${sql.placeholder('ids')}))`;
