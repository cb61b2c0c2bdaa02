/**
 * A query that is made once per connection and run with new values each time: working out the SQL of a wide one takes
 * as long as running it. All transactions are one connection.
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
