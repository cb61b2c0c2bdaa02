/** What leaves this folder when the database fails. Carries the statement and never a parameter of it. */
export class DatabaseError extends Error {
  override readonly name: string = 'DatabaseError';

  constructor(
    readonly code: string,
    readonly extendedCode: string,
    reason: string,
    readonly statement?: string,
  ) {
    super(statement === undefined ? `${code}: ${reason}` : `${code}: ${reason}\n${statement}`);
  }
}

/** Text that cannot be read back as it was written was about to be stored or searched for. */
export class BadTextError extends DatabaseError {
  override readonly name = 'BadTextError';

  constructor(statement: string) {
    super('BAD_TEXT', 'BAD_TEXT', 'a text parameter holds NUL or a lone surrogate', statement);
  }
}

/** The driver's base code (`SQLITE_BUSY`, `TRANSACTION_CLOSED`, …) wherever it sits in the chain of causes. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return errorCode(error.cause);
}

/**
 * Whether a connection that met this error must not be used again: the next write on it is acknowledged and never
 * committed. https://github.com/tursodatabase/libsql-client-ts/issues/352
 */
export function isSpoiling(code: string | undefined): boolean {
  return code === 'SQLITE_BUSY' || code === 'SQLITE_FULL' || code === 'SQLITE_IOERR';
}

/**
 * The error without the parameters that drizzle puts into its message and its properties. Whatever did not come from
 * drizzle or the driver is returned as it is. Told by shape: Next bundles a class several times, which breaks
 * instanceof.
 */
export function redacted(error: unknown): unknown {
  return error instanceof Error && isFailedQuery(error) ? failureOf(error.cause, error.query) : failureOf(error);
}

/** The same for what a statement failed with, where it is known which one. */
export function failureOf(failure: unknown, statement?: string): unknown {
  if (failure instanceof Error && isOwn(failure)) return failure;
  const isOfDriver = failure instanceof Error && failure.name === 'LibsqlError';
  if (statement === undefined && !isOfDriver) return failure;
  const code = errorCode(failure) ?? 'DATABASE_DEFECT';
  return new DatabaseError(code, extendedCode(failure) ?? code, safeReason(code, failure), statement);
}

/** `DatabaseError` and those of this folder that are thrown from inside a statement. */
function isOwn(error: Error): boolean {
  return ['DatabaseError', 'BadTextError', 'TransactionMisuse'].includes(error.name);
}

function isFailedQuery(error: Error): error is Error & { query: string } {
  return 'query' in error && typeof error.query === 'string' && 'params' in error;
}

function extendedCode(error: unknown): string | undefined {
  return error instanceof Error && 'extendedCode' in error && typeof error.extendedCode === 'string'
    ? error.extendedCode
    : undefined;
}

/** SQLITE_ERROR quotes what was searched for (fts5: syntax error near "…"); a constraint names its columns only. */
function safeReason(code: string, failure: unknown): string {
  return code === 'SQLITE_CONSTRAINT' && failure instanceof Error ? failure.message : 'the statement failed';
}
