import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Transaction } from './client';
import { prepared } from './prepared';

/**
 * Updates the rows that fit a condition on placeholders, by a statement that is made once for each choice of columns.
 * Answers how many there were.
 */
export function preparedUpdate<Table extends SQLiteTable>(table: Table, which: SQL | undefined) {
  const make = (columns: readonly string[]) =>
    prepared((tx: Transaction) => {
      const values = Object.fromEntries(columns.map((name) => [name, sql.placeholder(placeOf(name))]));
      // Each column has its placeholder, which drizzle's type for an unknown table cannot tell.
      const update = tx.update(table).set(values as Parameters<ReturnType<typeof tx.update<Table>>['set']>[0]);
      return update.where(which).returning({ one: sql`1` }).prepare();
    });
  const made = new Map<string, ReturnType<typeof make>>();
  return async (
    tx: Transaction,
    becomes: Partial<Table['$inferSelect']>,
    meant: Readonly<Record<string, unknown>>,
  ): Promise<number> => {
    const set = Object.entries(becomes).filter(([, value]) => value !== undefined);
    const columns = set.map(([name]) => name);
    const update = made.get(columns.join()) ?? make(columns);
    made.set(columns.join(), update);
    const values = Object.fromEntries(set.map(([name, value]) => [placeOf(name), value]));
    return (await update(tx).execute({ ...meant, ...values })).length;
  };
}

/** Apart from the places of the condition, which may ask for a column's value as it was. */
function placeOf(column: string): string {
  return `set ${column}`;
}
