import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { read, write } from '@/db/client';
import { demoMails } from '@/db/schema';
import { writeTogether } from '@/db/write-together';
import { newDatabase } from '@/test/support/stress-folder';

const row = (id: string) => ({ id, recipient: 'a@example.com', subject: 's', body: 'b', locale: 'en-US', sentAt: 1 });
const listIds = async () => (await read((db) => db.select({ id: demoMails.id }).from(demoMails))).map(({ id }) => id);

/** Two rows, of which the second may be what fails. */
const pair = (id: string, second = `${id}/2`) =>
  writeTogether(async (tx) => {
    await tx.insert(demoMails).values(row(`${id}/1`));
    await tx.insert(demoMails).values(row(second));
    return id;
  });

test('each of many is whole or not at all, and is answered with what it made', async () => {
  await newDatabase();
  const ids = Array.from({ length: 50 }, (_, index) => `m${index}`);
  const ended = await Promise.allSettled(ids.map((id, index) => pair(id, index % 7 === 3 ? 'm0/1' : undefined)));
  for (const [index, each] of ended.entries()) {
    if (index % 7 === 3) expect(each).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_CONSTRAINT' } });
    else expect(each).toEqual({ status: 'fulfilled', value: { ok: true, value: ids[index] } });
  }
  const kept = ids.filter((_, index) => index % 7 !== 3).flatMap((id) => [`${id}/1`, `${id}/2`]);
  expect((await listIds()).sort()).toEqual(kept.sort());
});

test('what is thrown tells no parameter, and the one after it begins anew', async () => {
  await newDatabase();
  const [failed, made] = await Promise.allSettled([pair('a', 'a/1'), pair('b')]);
  expect(failed).toMatchObject({ status: 'rejected' });
  expect(String(failed?.status === 'rejected' ? failed.reason : '')).not.toContain('a@example.com');
  expect(made).toMatchObject({ status: 'fulfilled' });
  expect((await listIds()).sort()).toEqual(['b/1', 'b/2']);
});

test('what comes in one turn shares a transaction', async () => {
  const url = await newDatabase();
  const other = createClient({ url });
  const countCommitted = async () => (await other.execute('select count(*) as n from demo_mails')).rows[0]?.n;
  const look = (id: string) =>
    writeTogether(async (tx) => {
      await tx.insert(demoMails).values(row(id));
      return countCommitted();
    });
  const first = await Promise.all(Array.from({ length: 16 }, (_, index) => look(`m${index}`)));
  expect(first).toEqual(Array.from({ length: 16 }, () => ({ ok: true, value: 0 })));
  expect(await look('later')).toEqual({ ok: true, value: 16 });
  other.close();
});

test('asking for one inside a transaction is refused at once, instead of waiting for ever', async () => {
  await newDatabase();
  await expect(write(() => pair('inside'))).rejects.toThrow('use only the transaction inside a transaction');
  expect(await listIds()).toEqual([]);
});
