import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programs, runNode } from '@/lib/cli/terminal';
import type { Markup } from '@/test/bench/baseline/markup';
import { bareEnvironment, end, findFreePort, startServer } from '@/test/support/site';

export type Baseline = { readonly origin: string; readonly cpuUrl: string; readonly stop: () => Promise<void> };

/** What makes a server tell its processor time, and where it does. */
export async function cpuReport() {
  const port = await findFreePort();
  const module = pathToFileURL(join(process.cwd(), 'test/bench/report-cpu.mjs')).href;
  return {
    cpuUrl: `http://localhost:${port}/`,
    env: { NODE_OPTIONS: `--import=${module}`, BENCH_CPU_PORT: String(port) },
  };
}

/**
 * Builds and starts a Next app of empty pages, with the very Next of this project. `markup` is what its live page
 * draws. It lies inside the project while it
 * runs, since Turbopack follows no link to packages outside its root.
 */
export async function startBaseline(markup: readonly Markup[]): Promise<Baseline> {
  mkdirSync('test-results', { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), 'test-results', 'baseline-'));
  cpSync('test/bench/baseline', folder, { recursive: true });
  writeFileSync(join(folder, 'markup.json'), JSON.stringify(markup));
  const env = { ...bareEnvironment(), NEXT_TELEMETRY_DISABLED: '1', BENCH_ROOT: process.cwd() };
  const code = await runNode([programs.next, 'build', folder], { env });
  if (code !== 0) throw new Error(`The app to compare with was not built (${code}).`);
  const report = await cpuReport();
  const port = await findFreePort();
  const running = await startServer({ ...env, ...report.env }, port, () => {}, folder);
  return {
    origin: `http://localhost:${port}`,
    cpuUrl: report.cpuUrl,
    stop: async () => {
      await end(running);
      rmSync(folder, { recursive: true });
    },
  };
}
