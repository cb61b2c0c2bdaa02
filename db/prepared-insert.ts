import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Transaction } from './client';
import { prepared } from './prepared';

/** Inserts whole rows by a statement that is made once; every column has its value, null where it has none. */
export function preparedInsert<Table extends SQLiteTable>(table: Table) {
  const insert = prepared((tx: Transaction) => {
    const values = Object.fromEntries(Object.keys(getTableColumns(table)).map((name) => [name, sql.placeholder(name)]));
    // Each column has its placeholder, which drizzle's type for an unknown table cannot tell.
    return tx
      .insert(table)
      .values(values as Table['$inferInsert'])
      .prepare();
  });
  return async (tx: Transaction, row: Table['$inferSelect']): Promise<void> => {
    await insert(tx).execute(row);
  };
}
