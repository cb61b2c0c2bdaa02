import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Environment, readMode, readSiteUrl } from '@/lib/env';
import { keptSecret } from '@/lib/kept-secret';
import { fingerprint } from './fingerprint';
import { stripScripts } from './strip-scripts';
import { Obstacle, programs, runNode, runScript, step } from './terminal';

const stampFile = '.next/stegvis-build.json';

/** What Next runs with: the key that seals form actions, configured or kept in the data folder, and no telemetry. */
export function siteEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const key =
    environment.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || keptSecret(environment.STEGVIS_DATA || '.data', 'action-key');
  return { NEXT_TELEMETRY_DISABLED: '1', ...environment, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key };
}

/** Builds unless the very same sources and settings were built last. Throws an `Obstacle` when a part fails. */
export async function ensureBuild(): Promise<void> {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()) return;
  await build();
}

/** Builds from scratch; the stamp is written last, so that half a build is never taken for a whole one. */
export async function build(): Promise<void> {
  rmSync(stampFile, { force: true });
  await part('Checking the guides', () => runScript('lib/guides/check-cli.ts', ['check']));
  await part('Building the pages', () => runNode([programs.next, 'build'], { env: siteEnvironment(process.env) }));
  await part('Taking the scripts out of the guides', async () => stripScripts('.next'));
  writeFileSync(stampFile, stamp());
}

async function part(name: string, work: () => Promise<number>): Promise<void> {
  if ((await step(name, work)) !== 0) throw new Obstacle(`${name} failed: see above.`);
}

function stamp(): string {
  return JSON.stringify({ fingerprint: fingerprint(buildSettings(siteEnvironment(process.env))) });
}

function buildSettings(environment: Environment): Record<string, string> {
  const key = createHash('sha256').update(environment.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '');
  return { mode: readMode(environment), siteUrl: readSiteUrl(environment), key: key.digest('hex') };
}
