import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { closeDatabase, openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';

/** A folder of this test's own, removed after it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'database-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Opens a new, migrated database for this test and closes it after. Returns its `file:` URL. */
export async function newDatabase(): Promise<string> {
  const url = `file:${join(await temporaryFolder(), 'test.db')}`;
  await migrate({ url });
  openDatabase({ url });
  onTestFinished(closeDatabase);
  return url;
}
