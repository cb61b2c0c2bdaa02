import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['app', 'db', 'lib', 'messages', 'public'];
const rootFile = /\.(ts|js|mjs|json)$/;
const notBuilt = /^(knip|biome)\.json$|^(playwright|vitest|drizzle)\.config\.ts$|^next-env\.d\.ts$/;

/** One hash over every file that a build is made from and every setting that it takes in. */
export function fingerprint(buildSettings: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256').update(JSON.stringify(buildSettings)).update(process.version);
  for (const file of [...listRootFiles(), ...folders.flatMap(listFiles)].sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function listRootFiles(): string[] {
  return readdirSync('.').filter((name) => rootFile.test(name) && !notBuilt.test(name));
}

function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
