import { eq, sql } from 'drizzle-orm';
import { read, write } from './client';
import { documentNumbers } from './schema';

/** Reads, and takes the write lock for a moment. False when either fails, whatever the reason. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    await read((db) => db.select({ one: sql`1` }).from(documentNumbers).limit(1));
    const written = await write((tx) => tx.delete(documentNumbers).where(eq(documentNumbers.year, -1)));
    return written.ok;
  } catch {
    return false;
  }
}
