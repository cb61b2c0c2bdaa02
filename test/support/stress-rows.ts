import { sql } from 'drizzle-orm';
import { read, write } from '@/db/client';
import { demoMails } from '@/db/schema';

const row = (id: string) => ({ id, recipient: 'a@example.com', subject: 's', body: 'b', locale: 'en-US', sentAt: 1 });

/** Saves two rows in one transaction. True when that was acknowledged. */
export async function writePair(id: string): Promise<boolean> {
  const saved = await write(async (tx) => {
    await tx.insert(demoMails).values(row(`${id}/1`));
    await tx.insert(demoMails).values(row(`${id}/2`));
  });
  return saved.ok;
}

export type Found = { lost: number; torn: number; unacknowledged: number; integrity: string };

/** Compares what was acknowledged with what the file holds. A pair of which one row is missing is torn. */
export async function compare(acknowledged: readonly string[]): Promise<Found> {
  return read(async (db) => {
    const rows = await db.select({ id: demoMails.id }).from(demoMails);
    const ids = new Set(rows.map(({ id }) => id));
    const pairs = new Set(rows.map(({ id }) => id.split('/')[0] ?? ''));
    const has = (pair: string, part: 1 | 2) => ids.has(`${pair}/${part}`);
    const [integrity] = await db.values<[string]>(sql`select * from pragma_integrity_check`);
    return {
      lost: acknowledged.filter((pair) => !has(pair, 1) || !has(pair, 2)).length,
      torn: [...pairs].filter((pair) => has(pair, 1) !== has(pair, 2)).length,
      unacknowledged: pairs.size - new Set(acknowledged).size,
      integrity: integrity?.[0] ?? 'not checked',
    };
  });
}
