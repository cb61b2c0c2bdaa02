import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Client, createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate as runMigrations } from 'drizzle-orm/libsql/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
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
    const migrationsFolder = resolve(/* turbopackIgnore: true */ process.cwd(), 'db/migrations');
    await requireOwnHistory(client, migrationsFolder);
    await runMigrations(drizzle({ client }), { migrationsFolder });
    const { rows } = await client.execute('PRAGMA foreign_key_check');
    if (rows.length > 0)
      throw new DatabaseError('FOREIGN_KEYS', 'FOREIGN_KEYS', `${rows.length} rows without their parent`);
  } catch (error) {
    throw redacted(error);
  } finally {
    client.close();
  }
}

/** Refuses a database that was begun by other migrations than these: they would run into its tables. */
async function requireOwnHistory(client: Client, migrationsFolder: string): Promise<void> {
  const begun = await client.execute("select 1 from sqlite_master where name = '__drizzle_migrations'");
  if (begun.rows.length === 0) return;
  const own = new Set(readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash));
  const { rows } = await client.execute('select hash from __drizzle_migrations');
  if (rows.every(({ hash }) => own.has(String(hash)))) return;
  throw new DatabaseError(
    'OTHER_HISTORY',
    'OTHER_HISTORY',
    'another version began this database, and this one cannot bring it up to date; in a demo, npm run reset starts over',
  );
}
