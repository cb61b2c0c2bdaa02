import Database from 'libsql';
import { expect, test, vi } from 'vitest';
import { seedDemo } from '@/lib/demo/seed/seed-demo';
import { at } from '@/test/support/database';
import { newDatabase } from '@/test/support/stress-folder';

/** Tables that a statement may read from end to end, with words of its own: what runs once a day, or grows with nothing. */
const MAY_SCAN: readonly (readonly [table: string, words: string, reason: string])[] = [
  ['organizations', '', 'one row for each customer, once a day'],
  ['invitations', '"created_at" >', 'those of one organization are a handful'],
  ['json_each', '', 'what the statement was given'],
  ['CONSTANT', '', 'no table at all'],
  ['__drizzle_migrations', '', 'one row for each migration'],
  ['sqlite_master', '', 'one row for each table'],
];

test('through the whole life of the demo no statement reads a growing table from end to end', async () => {
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  const url = await newDatabase();
  await seedDemo(at('2026-11-22'), () => undefined);
  const statements = [...new Set(prepare.mock.calls.map(([sql]) => sql))];
  prepare.mockRestore();
  expect(statements.length).toBeGreaterThan(150);

  const database = new Database(url.replace(/^file:/, ''));
  const scansOf = (sql: string): string[] => {
    const values = [...sql.matchAll(/\?/g)].map(() => 1);
    const plan = database.prepare(`explain query plan ${sql}`).raw(true).all(values);
    const lines = plan.map((row) => (Array.isArray(row) ? String(row[3]) : ''));
    return lines.flatMap((line) => /^SCAN (\w+)/.exec(line)?.[1] ?? []);
  };
  // The plan of an insert lists children that might wait for their parent, as they may where checks are deferred.
  const asked = statements.filter((sql) => /^(select|update|delete)\b/i.test(sql));
  const scans = asked.flatMap((sql) => scansOf(sql).map((table) => ({ table, sql })));
  database.close();
  const meant = MAY_SCAN.map(([table, words]) =>
    scans.filter((scan) => scan.table === table && scan.sql.includes(words)),
  );
  expect(scans.filter((scan) => !meant.flat().includes(scan))).toEqual([]);
  expect(MAY_SCAN.filter((_, index) => meant[index]?.length === 0)).toEqual([]);
});
