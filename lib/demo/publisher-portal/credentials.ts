import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const credentials = z.object({ clientId: z.string(), tenantId: z.string(), clientSecret: z.string() });

/** What one publisher's portal proves itself with. */
export type Credentials = z.infer<typeof credentials>;

export function credentialsFile(folder: string): string {
  return join(folder, 'credentials.json');
}

/** By publisher id; none where nothing has been handed out yet. */
export function readCredentials(folder: string): Readonly<Record<string, Credentials>> {
  const file = credentialsFile(folder);
  if (!existsSync(file)) return {};
  return z.record(z.string(), credentials).parse(JSON.parse(readFileSync(file, 'utf8')));
}
