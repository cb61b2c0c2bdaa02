import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { expect } from '@playwright/test';
import type { Site } from './site';

/** Rows of a running site's database, as text. Reads and writes beside the site, through the same file. */
export async function rowsOf(site: Site, statement: string): Promise<readonly string[][]> {
  const client = createClient({ url: `file:${join(site.dataFolder, 'stegvis.db')}`, timeout: 5000 });
  try {
    const { rows, columns } = await client.execute(statement);
    return rows.map((row) => columns.map((column) => String(row[column])));
  } finally {
    client.close();
  }
}

/** The first value, where there must be one. */
export async function readValue(site: Site, statement: string): Promise<string> {
  const value = (await rowsOf(site, statement))[0]?.[0];
  if (value === undefined) throw new Error(`No row: ${statement}`);
  return value;
}

/** Lets it be 11 minutes since the person last proved who they are, in every browser. */
export async function ageSessions(site: Site, personId: string): Promise<void> {
  const past = Date.now() - 11 * 60_000;
  await rowsOf(site, `update sessions set authenticated_at = ${past} where person_id = '${personId}'`);
}

/**
 * How much has happened at the site, once all of it has been told, which adds rows: what a refused request must leave
 * as it was.
 */
export async function countActsAt(site: Site): Promise<readonly string[][]> {
  const untold = 'select count(*) from outbox_events where delivered_at is null and last_error is null';
  await expect.poll(() => readValue(site, untold), { timeout: 20_000 }).toBe('0');
  const tables = [
    'receipts',
    'audit_entries',
    'previews',
    'outbox_events',
    'guide_answers',
    'sessions',
    'subscriptions',
  ];
  return rowsOf(site, tables.map((table) => `select '${table}', count(*) from ${table}`).join(' union all '));
}
