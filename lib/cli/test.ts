import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { settingNames } from '@/lib/env';
import { isWanted, main, programs, runNode, seconds } from './terminal';
import { type Counts, countBrowserTests, countVitest } from './test-counts';

const help = `
npm test

Everything that must hold, in this order: format, lint and import rules; types;
unused code; rules and tasks; the build; the browser. Finds a Chromium or
installs one; STEGVIS_CHROMIUM=/path names yours. The last line counts all.
`;

const biome = 'node_modules/@biomejs/biome/bin/biome';
const tsc = 'node_modules/typescript/bin/tsc';
const knip = 'node_modules/knip/bin/knip.js';
const vitest = 'node_modules/vitest/vitest.mjs';
const playwright = 'node_modules/@playwright/test/cli.js';

type Part = { readonly name: string; readonly work: () => Promise<Counts>; readonly needs?: string };

const parts: readonly Part[] = [
  { name: 'format and lint', work: () => check([biome, 'ci', '--error-on-warnings', '.']) },
  { name: 'route types', work: () => check([programs.next, 'typegen']) },
  { name: 'types', work: () => check([tsc, '--noEmit']) },
  { name: 'unused code', work: () => check([knip]) },
  { name: 'rules and tasks', work: runVitest },
  { name: 'build', work: () => check([programs.tsx, 'lib/cli/build.ts']) },
  { name: 'browser', work: runBrowser, needs: 'build' },
];

await main(async () => {
  if (!isWanted(help)) return 0;
  // Empty counts as not set, and a value from .env does not replace it: tests never meet somebody's real settings.
  for (const name of settingNames) process.env[name] = '';
  rmSync('test-results', { recursive: true, force: true });
  mkdirSync('test-results');
  const results = new Map<string, Counts>();
  const lines: string[] = [];
  for (const { name, work, needs } of parts) {
    console.log(`\n▸ ${name}`);
    const startedAt = Date.now();
    const isPossible = !needs || results.get(needs)?.failed === 0;
    const counts = isPossible ? await work() : { passed: 0, failed: 1 };
    results.set(name, counts);
    const outcome = isPossible ? `${counts.passed} passed, ${counts.failed} failed` : `not run: ${needs} failed`;
    lines.push(`${name.padEnd(18)}${seconds(Date.now() - startedAt).padStart(9)}   ${outcome}`);
  }
  const all = [...results.values()];
  const passed = all.reduce((sum, counts) => sum + counts.passed, 0);
  const failed = all.reduce((sum, counts) => sum + counts.failed, 0);
  console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

async function check(args: string[]): Promise<Counts> {
  return (await runNode(args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runVitest(): Promise<Counts> {
  const file = 'test-results/vitest.json';
  const code = await runNode([vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  return countVitest(file, code);
}

async function runBrowser(): Promise<Counts> {
  const found = spawnSync(process.execPath, [programs.tsx, 'test/support/chromium.ts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (found.status !== 0) return { passed: 0, failed: 1 };
  const env = { ...process.env, STEGVIS_CHROMIUM: found.stdout.trim() };
  const code = await runNode([playwright, 'test'], { env });
  return countBrowserTests('test-results/browser.json', code);
}
