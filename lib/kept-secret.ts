import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type SecretName = 'auth-secret' | 'action-key' | 'payment-page-secret' | 'audit-key';
/** Answers the secret of that name, 32 random bytes in base64, which stays the same for one data folder. */
export type KeepSecret = (dataFolder: string, name: SecretName) => string;

/** Reads the secret from the data folder and makes it there first when there is none. Two processes at once agree on one. */
export const keptSecret: KeepSecret = (dataFolder, name) => {
  const file = join(/* turbopackIgnore: true */ dataFolder, name);
  return readSecret(file) ?? makeSecret(dataFolder, file);
};

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Written beside and then linked, so that nobody ever reads half a secret. */
function makeSecret(dataFolder: string, file: string): string {
  mkdirSync(dataFolder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString('base64'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8').trim();
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
