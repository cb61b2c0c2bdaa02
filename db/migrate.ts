import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate as runMigrations } from 'drizzle-orm/libsql/migrator';
import { settings } from '@/lib/env';
import { DatabaseError, redacted } from './database-errors';
import { type DatabaseLocation, databaseFile } from './database-location';

// Nothing is served yet, so the driver may wait synchronously for another process that migrates.
const lockWaitMs = 5000;

/**
 * Brings the database to the newest version, before anything is served. Creates a `file:` database and puts it in WAL
 * mode, which stays in the file. Throws `DatabaseError`; a migration that fails, or that leaves a foreign key without
 * its row, must stop the boot.
 */
export async function migrate(location: DatabaseLocation = settings().database): Promise<void> {
  const file = databaseFile(location);
  if (file) mkdirSync(dirname(file), { recursive: true });
  const client = createClient({ ...location, timeout: lockWaitMs });
  try {
    if (file) await client.execute('PRAGMA journal_mode = WAL');
    await runMigrations(drizzle({ client }), {
      migrationsFolder: resolve(/* turbopackIgnore: true */ process.cwd(), 'db/migrations'),
    });
    const { rows } = await client.execute('PRAGMA foreign_key_check');
    if (rows.length > 0)
      throw new DatabaseError('FOREIGN_KEYS', 'FOREIGN_KEYS', `${rows.length} rows without their parent`);
  } catch (error) {
    throw redacted(error);
  } finally {
    client.close();
  }
}
