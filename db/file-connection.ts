import { type InValue, LibsqlError, type Value } from '@libsql/client';
import Database from 'libsql';
import { keepNewest } from '@/lib/domain/keep-newest';

/** The values of each row, in the order of its columns. */
export type Rows = Value[][];
export type Connection = ReturnType<typeof connect>;

/** How many statements are kept: more than there are, but for those with lists of every length. */
const MOST_KEPT = 500;

/** One connection to a file, on which a statement is prepared once. Throws `LibsqlError` with the codes of SQLite. */
export function connect(path: string, timeout: number) {
  const database = new Database(path, { timeout });
  const kept = new Map<string, Statement>();
  const find = (sql: string): Statement => kept.get(sql) ?? keepNewest(kept, MOST_KEPT, sql, prepare(database, sql));
  return {
    /** No rows where the statement answers with none. */
    run(sql: string, args: InValue[]): Rows {
      try {
        return find(sql)(args.map(toSql));
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

type Statement = (args: InValue[]) => Rows;

function prepare(database: Database.Database, sql: string): Statement {
  const statement = database.prepare<[InValue[]]>(sql);
  if (!statement.reader) {
    return (args) => {
      statement.run(args);
      return [];
    };
  }
  statement.raw(true);
  return (args) => statement.all(args).map(asRow);
}

function toSql(value: InValue): InValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('Only finite numbers can be stored');
  return value;
}

/** The driver hands on an integer that no number can hold as the nearest that one can. */
function asRow(values: unknown): Value[] {
  if (!Array.isArray(values)) throw new TypeError('A row comes as a list of its values');
  for (const value of values) {
    if (typeof value === 'number' && !Number.isSafeInteger(value) && Number.isInteger(value)) {
      throw new RangeError('An integer is too large to be a number');
    }
  }
  return values;
}

/** With the base code that everybody asks for: SQLITE_CONSTRAINT of SQLITE_CONSTRAINT_PRIMARYKEY. */
function asLibsqlError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const base = /^SQLITE_[A-Z]+/.exec(error.code)?.[0] ?? 'SQLITE_UNKNOWN';
  return new LibsqlError(error.message, base, error.code, error.rawCode, error);
}
