import { createHash } from 'node:crypto';
import { createClient } from '@libsql/client';
import type { Site } from './site';

/** What a stranger may leave behind: where they were going, a link somebody must open and its mail, what a device is asked. */
export const LEFT_BY_STRANGERS = ['destinations', 'magic_links', 'passkey_challenges', 'outbox_events', 'demo_mails'];

/** What a known person leaves behind besides: what is not confirmed yet, and when they were last seen. */
export const LEFT_BY_READERS = [...LEFT_BY_STRANGERS, 'previews', 'card_setups', 'sessions'];

/** Of every row of a site's database but those of `leftBehind`: equal as long as nothing was done. */
export async function databaseHash({ dataFolder }: Site, leftBehind: readonly string[]): Promise<string> {
  const client = createClient({ url: `file:${dataFolder}/stegvis.db`, timeout: 5000 });
  const tables = await client.execute(`select name from sqlite_master where type = 'table' order by name`);
  const hash = createHash('sha256');
  for (const { name } of tables.rows) {
    if (leftBehind.includes(String(name))) continue;
    const { rows } = await client.execute(`select * from "${name}" order by rowid`);
    hash.update(JSON.stringify([name, rows]));
  }
  client.close();
  return hash.digest('hex');
}
