import { spawn } from 'node:child_process';
import type { Settings } from '@/lib/env';
import { isLoopback } from '@/lib/setting-checks';
import { startCompanions, stopCompanions } from './companions';
import { listCompanions } from './demo-companions';
import { siteEnvironment } from './site-build';
import { programs } from './terminal';

/**
 * Runs `next start` or `next dev` until it ends, with the demo's companions beside it; hands signals on, says `ready`
 * once all of them answer; answers its exit code.
 */
export async function serve(command: 'start' | 'dev', settings: Settings, ready: () => void): Promise<number> {
  const companions = await startCompanions(listCompanions(settings));
  try {
    return await serveAlone(command, settings, ready);
  } finally {
    await stopCompanions(companions);
  }
}

function serveAlone(command: 'start' | 'dev', { host, port }: Settings, ready: () => void): Promise<number> {
  // 127.0.0.1 makes rewritten addresses redirect to themselves: https://github.com/vercel/next.js/issues/94745
  const args = [command, '-H', isLoopback(host) ? 'localhost' : host, '-p', String(port)];
  const child = spawn(process.execPath, [programs.next, ...args], {
    env: { ...siteEnvironment(process.env), PORT: String(port), HOST: host },
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGTERM', forward).on('SIGINT', forward);
  let announced = false;
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    if (announced || !chunk.includes('Ready in')) return;
    announced = true;
    ready();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
