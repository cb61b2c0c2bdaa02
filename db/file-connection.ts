import { type InValue, LibsqlError, type ResultSet, type Row, type Value } from '@libsql/client';
import Database from 'libsql';

export type Query = { readonly sql: string; readonly args: InValue[] };
export type Connection = ReturnType<typeof connect>;

/** How many statements are kept: more than there are, but for those with lists of every length. */
const MOST_KEPT = 500;

/** One connection to a file, on which a statement is prepared once. Throws `LibsqlError` with the codes of SQLite. */
export function connect(path: string, timeout: number) {
  const database = new Database(path, { timeout });
  const kept = new Map<string, Kept>();
  const find = (sql: string): Kept => {
    const found = kept.get(sql);
    if (found) return found;
    const [oldest] = kept.size < MOST_KEPT ? [] : kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
    const made = prepare(database, sql);
    kept.set(sql, made);
    return made;
  };
  return {
    execute({ sql, args }: Query): ResultSet {
      try {
        return run(find(sql), args.map(toSql));
      } catch (error) {
        // A statement that failed half way is not run again.
        kept.delete(sql);
        throw asLibsqlError(error);
      }
    },
    // Asked of a closed database, the driver ends the process.
    isInTransaction: () => database.open && database.inTransaction,
    close() {
      kept.clear();
      if (database.open) database.close();
    },
  };
}

type Kept = {
  readonly statement: Database.Statement<[InValue[]]>;
  /** Absent where the statement answers with no rows. */
  readonly answer?: { readonly columns: readonly string[]; readonly asRow: (values: unknown) => Row };
};

function prepare(database: Database.Database, sql: string): Kept {
  const statement = database.prepare<[InValue[]]>(sql).safeIntegers(true);
  if (!statement.reader) return { statement };
  const columns = statement.columns().map(({ name }) => name);
  return { statement: statement.raw(true), answer: { columns, asRow: rowsOf(columns) } };
}

function run({ statement, answer }: Kept, args: InValue[]): ResultSet {
  if (answer) return resultOf(answer.columns, statement.all(args).map(answer.asRow), 0, undefined);
  const { changes, lastInsertRowid } = statement.run(args);
  return resultOf([], [], changes, BigInt(lastInsertRowid));
}

function resultOf(
  columns: readonly string[],
  rows: Row[],
  rowsAffected: number,
  lastInsertRowid: bigint | undefined,
): ResultSet {
  return {
    columns: [...columns],
    columnTypes: columns.map(() => ''),
    rows,
    rowsAffected,
    lastInsertRowid,
    toJSON: () => ({ columns, rows, rowsAffected }),
  };
}

const VALUES = Symbol('values');
type Valued = Row & { [VALUES]: readonly Value[] };

/**
 * Makes the rows of one statement: by number, as drizzle reads them, and by name, which is all that they list; of two
 * columns of a name the first. What all rows share is defined once.
 */
function rowsOf(columns: readonly string[]): (values: unknown) => Row {
  const shared: Row = Object.defineProperty({ length: 0 }, 'length', { value: columns.length });
  for (const index of columns.keys()) {
    Object.defineProperty(shared, index, {
      get(this: Valued) {
        return this[VALUES][index];
      },
    });
  }
  const named = columns
    .map((name, index) => [name, index] as const)
    .filter(([name, at]) => columns.indexOf(name) === at && !Object.hasOwn(shared, name));
  return (found) => {
    if (!Array.isArray(found)) throw new TypeError('A row comes as a list of its values');
    const values = found.map(fromSql);
    const row: Valued = Object.create(shared, { [VALUES]: { value: values } });
    for (const [name, index] of named) row[name] = values[index] ?? null;
    return row;
  };
}

function toSql(value: InValue): InValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('Only finite numbers can be stored');
  return value;
}

function fromSql(value: Value): Value {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError('An integer is too large to be a number');
  return number;
}

/** With the base code that everybody asks for: SQLITE_CONSTRAINT of SQLITE_CONSTRAINT_PRIMARYKEY. */
function asLibsqlError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const base = /^SQLITE_[A-Z]+/.exec(error.code)?.[0] ?? 'SQLITE_UNKNOWN';
  return new LibsqlError(error.message, base, error.code, error.rawCode, error);
}
