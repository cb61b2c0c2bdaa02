import { join } from 'node:path';
import { inspect } from 'node:util';
import { createClient } from '@libsql/client';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { closeDatabase, openDatabase, type Reader, read, type Transaction, write } from '@/db/client';
import { demoMails } from '@/db/schema';
import { newDatabase, temporaryFolder } from '@/test/support/stress-folder';

let url = '';
beforeEach(async () => {
  url = await newDatabase();
});

const mail = (id: string, body = 'b') => ({ id, recipient: 'r', subject: 's', body, locale: 'en-US', sentAt: 1 });
const bodies = () => read(async (db) => (await db.select().from(demoMails)).map(({ body }) => body));

test('a write answers with the value of its work and is there for the next read', async () => {
  const saved = await write(async (tx) => {
    await tx.insert(demoMails).values(mail('1', 'hello'));
    return 'done';
  });
  expect(saved).toEqual({ ok: true, value: 'done' });
  expect(await bodies()).toEqual(['hello']);
});

test('a defect in the work leaves nothing behind', async () => {
  const failing = write(async (tx) => {
    await tx.insert(demoMails).values(mail('1'));
    throw new RangeError('defect');
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(await bodies()).toEqual([]);
});

test('every connection syncs fully, checks foreign keys, writes ahead and waits briefly for a lock', async () => {
  const pragmas = sql`select s.synchronous, f.foreign_keys, j.journal_mode, t.timeout from pragma_synchronous s,
    pragma_foreign_keys f, pragma_journal_mode j, pragma_busy_timeout t`;
  const expected = [[2, 1, 'wal', 20]];
  const readers = await read((db) => Promise.all(Array.from({ length: 20 }, () => db.values(pragmas))));
  expect(readers).toEqual(Array.from({ length: 20 }, () => expected));
  expect(await write((tx) => tx.values(pragmas))).toEqual({ ok: true, value: expected });
});

test('a transaction holds the write lock before its first statement', async () => {
  const other = createClient({ url });
  await write(async () => {
    await expect(other.transaction('write')).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
  });
  other.close();
});

test('inside a transaction neither read, write nor a kept connection can be used', async () => {
  const kept = await read(async (db): Promise<Reader[]> => [db]);
  const misuse = { name: 'TransactionMisuse' };
  await write(async () => {
    await expect(read((db) => db.select().from(demoMails))).rejects.toMatchObject(misuse);
    await expect(write((tx) => tx.select().from(demoMails))).rejects.toMatchObject(misuse);
    for (const db of kept) await expect(db.select().from(demoMails)).rejects.toMatchObject({ cause: misuse });
  });
  await expect(write(() => read((db) => db.select().from(demoMails)))).rejects.toMatchObject(misuse);
});

test('a statement that comes after its transaction lands in no other', async () => {
  let kept: Transaction | undefined;
  await write(async (tx) => {
    kept = tx;
  });
  const late = async () => kept?.insert(demoMails).values(mail('1'));
  await expect(late()).rejects.toMatchObject({ cause: { name: 'TransactionMisuse' } });
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let stray: Promise<unknown> = Promise.resolve();
  await write(async () => {
    stray = released.then(late);
  });
  await write(async (tx) => {
    release();
    await stray.catch(() => undefined);
    await tx.select().from(demoMails);
  });
  await expect(stray).rejects.toMatchObject({ cause: { name: 'TransactionMisuse' } });
  expect(await bodies()).toEqual([]);
});

test('a transaction that awaits something else saves nothing', async () => {
  const waiting = write(async (tx) => {
    await tx.insert(demoMails).values(mail('1'));
    await new Promise((resolve) => setImmediate(resolve));
  });
  await expect(waiting).rejects.toMatchObject({ name: 'TransactionMisuse' });
  expect(await bodies()).toEqual([]);
});

test('a read cannot write', async () => {
  await expect(read((db) => db.values(sql`delete from demo_mails`))).rejects.toMatchObject({
    name: 'TransactionMisuse',
  });
});

test('a failed statement that the work expects does not end the transaction', async () => {
  const saved = await write(async (tx) => {
    await tx.insert(demoMails).values(mail('1'));
    await tx
      .insert(demoMails)
      .values(mail('1'))
      .catch(() => undefined);
  });
  expect(saved.ok).toBe(true);
  expect(await bodies()).toEqual(['b']);
});

test('a full file refuses the write, even when the work hides it, and the next write is really committed', async () => {
  const filling = (hide: boolean) =>
    write(async (tx) => {
      await tx.run(sql`pragma max_page_count = 1`);
      await tx.insert(demoMails).values(mail('1', 'before'));
      const full = tx.insert(demoMails).values(mail('2', 'x'.repeat(1_000_000)));
      await (hide ? full.catch(() => undefined) : full);
    });
  expect(await filling(false)).toEqual({ ok: false, refusal: 'busy' });
  expect(await filling(true)).toEqual({ ok: false, refusal: 'busy' });
  await write((tx) => tx.insert(demoMails).values(mail('3', 'after')));
  const other = createClient({ url });
  expect((await other.execute('select body from demo_mails')).rows.map(({ body }) => body)).toEqual(['after']);
  other.close();
});

test('an error names the statement and none of its parameters', async () => {
  const canary = 'canary@example.com';
  await write((tx) => tx.insert(demoMails).values(mail(canary, canary)));
  const failures = [
    () => write((tx) => tx.insert(demoMails).values(mail(canary, canary))),
    () => write((tx) => tx.insert(demoMails).values({ ...mail(canary), sentAt: sql`${canary}` })),
    () => read((db) => db.values(sql`select json_extract('{}', ${canary}) as x`)),
    () =>
      read((db) =>
        db
          .select()
          .from(demoMails)
          .where(eq(demoMails.id, `${canary}\0`)),
      ),
  ];
  for (const failing of failures) {
    const error: unknown = await failing().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof Error)) throw new Error('the statement should have failed');
    expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain('canary');
    expect(error.message).toMatch(/insert into|select/);
  }
});

test('a constraint keeps its codes', async () => {
  await write((tx) => tx.insert(demoMails).values(mail('1')));
  const again = write((tx) => tx.insert(demoMails).values(mail('1')));
  await expect(again).rejects.toMatchObject({
    code: 'SQLITE_CONSTRAINT',
    extendedCode: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  });
});

test('a read that meets a locked file runs again until the lock is gone', async () => {
  const copy = join(await temporaryFolder(), 'copy.db');
  const original = createClient({ url });
  await original.execute(`vacuum into '${copy}'`);
  original.close();
  await closeDatabase();
  const other = createClient({ url: `file:${copy}`, concurrency: 1 });
  await other.execute('pragma locking_mode = exclusive');
  await other.execute(`insert into demo_mails values ('1', 'r', 's', 'b', 'en-US', 1)`);
  openDatabase({ url: `file:${copy}` });
  let runs = 0;
  const found = await read(async (db) => {
    runs += 1;
    if (runs === 3) {
      await other.execute('pragma locking_mode = normal');
      await other.execute('select * from demo_mails');
    }
    return db.$count(demoMails);
  });
  expect({ found, runs }).toEqual({ found: 1, runs: 3 });
  other.close();
});
