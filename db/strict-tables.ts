const breakpoint = '--> statement-breakpoint';

/** The same migration with every CREATE TABLE made STRICT. A second run changes nothing. */
export function strictTables(migration: string): string {
  return migration.split(breakpoint).map(strictStatement).join(breakpoint);
}

function strictStatement(statement: string): string {
  return /^\s*create\s+table\b/i.test(statement) ? statement.replace(/\)\s*;(\s*)$/, ') STRICT;$1') : statement;
}
