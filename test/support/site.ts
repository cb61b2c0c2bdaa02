import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingNames } from '@/lib/env';

/** The built site, serving a data folder of its own. `output` is what it has written so far; `stop` removes the folder. */
export type Site = {
  readonly origin: string;
  readonly dataFolder: string;
  readonly output: () => string;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Settings = Readonly<Record<string, string>>;
type SiteOptions = {
  readonly template: string;
  /** Settings of this site, where needed from its own address and folder. */
  readonly env?: Settings | ((site: Pick<Site, 'origin' | 'dataFolder'>) => Promise<Settings>);
};
type Running = { readonly child: ChildProcess; readonly ended: Promise<void> };

const resolver = createRequire(import.meta.url);

/** Starts the build in `.next` on a free port with a copy of the template's data. Throws with the output if it ends early. */
export async function startSite({ template, env = {} }: SiteOptions): Promise<Site> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'stegvis-site-'));
  cpSync(template, dataFolder, { recursive: true });
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const more = typeof env === 'function' ? await env({ origin, dataFolder }) : env;
  // Nobody listens there, unless a test starts a payment page.
  const paymentPort = { PAYMENT_PAGE_PORT: String(await findFreePort()) };
  const own = { STEGVIS_DATA: dataFolder, PORT: String(port), ...paymentPort, ...more };
  let output = '';
  const start = () =>
    startServer({ ...bareEnvironment(), ...own }, port, (text) => {
      output += text;
    });
  let running = await start();
  return {
    origin,
    dataFolder,
    output: () => output,
    restart: async () => {
      await end(running);
      running = await start();
    },
    stop: async () => {
      await end(running);
      rmSync(dataFolder, { recursive: true });
    },
  };
}

/** Makes the folder that every site of a test run is copied from: migrated and seeded once. */
export async function makeTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'stegvis-template-'));
  const env = { ...bareEnvironment(), STEGVIS_DATA: folder };
  for (const script of ['lib/cli/migrate.ts', 'lib/demo/seed.ts']) await runScript(script, env);
  return folder;
}

/** The environment without any setting of the person who runs the tests: empty counts as not set, and hides what .env says. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const unset = Object.fromEntries(settingNames.map((name) => [name, '']));
  return { ...process.env, ...unset, NODE_ENV: 'production' };
}

/** Starts the build that lies in `cwd`, and hears what it writes. */
export async function startServer(
  env: NodeJS.ProcessEnv,
  port: number,
  hear: (text: string) => void,
  cwd: string = process.cwd(),
): Promise<Running> {
  const args = [resolver.resolve('next/dist/bin/next'), 'start', '-H', 'localhost', '-p', String(port)];
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let heard = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      heard += chunk;
      hear(String(chunk));
      if (heard.includes('Ready in')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`The site ended with ${code} before it answered:\n${heard}`)));
  });
  return { child, ended };
}

export async function end({ child, ended }: Running): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

function runScript(script: string, env: NodeJS.ProcessEnv): Promise<void> {
  const args = [resolver.resolve('tsx/cli'), script];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${script} ended with ${code}`))));
  });
}

/** A port that nobody listens on. */
export function findFreePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
