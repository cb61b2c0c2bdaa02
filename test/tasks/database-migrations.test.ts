import { execFile } from 'node:child_process';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { closeDatabase, openDatabase, read, write } from '@/db/client';
import { migrate } from '@/db/migrate';
import { auditEntries, organizations } from '@/db/schema';
import { strictTables } from '@/db/strict-tables';
import { newDatabase, temporaryFolder } from '@/test/support/stress-folder';

const run = promisify(execFile);

test('generating migrations from the schema changes nothing', { timeout: 30_000 }, async () => {
  const folder = await temporaryFolder();
  await cp('db/migrations', folder, { recursive: true });
  const before = await readdir(folder, { recursive: true });
  const options = ['--dialect=turso', '--casing=snake_case', '--schema=./db/schema.ts'];
  await run('node_modules/.bin/drizzle-kit', ['generate', ...options, `--out=${relative('.', folder)}`]);
  expect(await readdir(folder, { recursive: true })).toEqual(before);
});

test('every table of the migrations is STRICT, and making them so again changes nothing', async () => {
  for (const name of (await readdir('db/migrations')).filter((file) => file.endsWith('.sql'))) {
    const migration = await readFile(join('db/migrations', name), 'utf8');
    expect(strictTables(migration)).toBe(migration);
  }
  await newDatabase();
  const loose = sql`select name from pragma_table_list where type = 'table' and strict = 0 and schema = 'main'`;
  const names = await read((db) => db.values<[string]>(loose));
  expect(names.map(([name]) => name).filter((name) => !/^(sqlite_|__drizzle)/.test(name))).toEqual([]);
});

test('a table that is rebuilt is made STRICT too', () => {
  const rebuild =
    'PRAGMA foreign_keys=OFF;--> statement-breakpoint\nCREATE TABLE `__new_x` (\n\t`a` text\n);\n--> statement-breakpoint\nDROP TABLE `x`;';
  expect(strictTables(rebuild)).toBe(rebuild.replace('\n);', '\n) STRICT;'));
});

test('migrating twice is migrating once', async () => {
  const url = await newDatabase();
  const applied = sql<{ count: number }>`select count(*) as count from __drizzle_migrations`;
  const before = await read((db) => db.values(applied));
  await migrate({ url });
  expect(await read((db) => db.values(applied))).toEqual(before);
});

test('a row without its parent stops the migration', async () => {
  const url = await newDatabase();
  const client = createClient({ url });
  await client.executeMultiple(`pragma foreign_keys = off; insert into offers values ('o', 'nobody', 'n', 1)`);
  client.close();
  await expect(migrate({ url })).rejects.toMatchObject({ code: 'FOREIGN_KEYS' });
});

test('a file that is no database stops the migration', async () => {
  const file = join(await temporaryFolder(), 'text.db');
  await writeFile(file, 'no database'.repeat(1000));
  await expect(migrate({ url: `file:${file}` })).rejects.toMatchObject({ code: 'SQLITE_NOTADB' });
});

test('a database that other migrations began is left alone', async () => {
  const url = await newDatabase();
  const client = createClient({ url });
  await client.execute("update __drizzle_migrations set hash = 'other'");
  client.close();
  await expect(migrate({ url })).rejects.toMatchObject({ code: 'OTHER_HISTORY' });
});

test('one process has one database open, and closing waits for its writes', async () => {
  const url = await newDatabase();
  expect(() => openDatabase({ url })).toThrow('open already');
  const writing = write((tx) => tx.values(sql`select 1`));
  await closeDatabase();
  expect(await writing).toEqual({ ok: true, value: [[1]] });
});

test('audit entries can be added and neither changed, replaced nor deleted', async () => {
  await newDatabase();
  const entry = {
    organizationId: 'o',
    at: 1,
    act: 'renew' as const,
    before: {},
    after: {},
    previousHash: '0'.repeat(64),
    hash: '1'.repeat(64),
  };
  await write(async (tx) => {
    await tx
      .insert(organizations)
      .values({ id: 'o', name: 'n', country: 'SE', locale: 'sv-SE', timeZone: 'UTC', createdAt: 1 });
    await tx.insert(auditEntries).values([
      { ...entry, id: '1', sequence: 1 },
      { ...entry, id: '2', sequence: 2 },
    ]);
  });
  const tampering = [
    sql`update audit_entries set act = 'end' where id = '1'`,
    sql`delete from audit_entries where id = '2'`,
    sql`insert or replace into audit_entries select * from audit_entries where id = '1'`,
    sql`insert into audit_entries select * from audit_entries where id = '1' on conflict do update set act = 'end'`,
  ];
  for (const statement of tampering) {
    await expect(write((tx) => tx.run(statement))).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT',
      message: expect.stringContaining('append-only'),
    });
  }
});
