import { createServer } from 'node:net';
import { readSettings, type SettingName, type SettingProblem, type Settings } from '@/lib/env';
import { keptSecret } from '@/lib/kept-secret';
import { loadEnvironmentFile, Obstacle, runScript, step } from './terminal';

const reasons: Record<SettingProblem['why'], string> = {
  missing: 'is not set',
  weak: 'is too weak: make one with openssl rand -base64 32',
  invalid: 'has a value that cannot be used',
  'no-sign-in': 'is not set, and there is no other way to sign in: configure OIDC_* or SMTP_URL',
  'not-loopback': 'would open the demo to others: set STEGVIS_MODE=demo if you mean it',
};

/** The settings of this start, or an `Obstacle` that names each one that stands in the way. */
export function requireSettings(): Settings {
  loadEnvironmentFile();
  const read = readSettings(process.env, keptSecret);
  if (read.ok) return read.value;
  const lines = read.problems.map(({ name, why }) => `  ${name} ${reasons[why]}`);
  throw new Obstacle(`Not started.\n${lines.join('\n')}\nEvery setting is explained in .env.example.`);
}

/** Brings the database up to date; an empty demo database is filled. What is there stays. */
export async function prepareDatabase({ mode }: Settings): Promise<void> {
  await step('Bringing the database up to date', () => succeed('lib/cli/migrate.ts', []));
  if (mode === 'demo') await seedDemo();
}

/** The one place that knows how the demo is seeded: the seed leaves a database alone that has anything in it. */
export async function seedDemo(): Promise<void> {
  await step('Looking after the demo', () => succeed('lib/demo/seed.ts', []));
}

/** Asked before the long steps, so that nobody waits for a build only to read this. */
export async function requireFreePort(host: string, port: number, name: SettingName = 'PORT'): Promise<void> {
  const server = createServer();
  const code = await new Promise<string | undefined>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (code === 'EADDRINUSE') {
    throw new Obstacle(
      `Port ${port} is taken: stop what listens there, or choose another, for example ${name}=${port + 1}.`,
    );
  }
  if (code) throw new Obstacle(`Cannot listen on ${host}:${port} (${code}). Change HOST or ${name}.`);
}

/** The site's port, and in a demo those of the programs beside it. */
export async function requireFreePorts({
  mode,
  host,
  port,
  paymentPage,
  publisherPortalPort,
}: Settings): Promise<void> {
  await requireFreePort(host, port);
  if (mode === 'demo') await requireFreePort('localhost', publisherPortalPort, 'PUBLISHER_PORTAL_PORT');
  if (paymentPage) await requireFreePort('localhost', paymentPage.port, 'PAYMENT_PAGE_PORT');
}

async function succeed(file: string, args: string[]): Promise<void> {
  const code = await runScript(file, args);
  if (code !== 0) throw new Obstacle(`${file} failed with ${code}: see above.`);
}
