import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Obstacle } from './terminal';

const typescript = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** A program of its own that runs beside the demo. It says 'listening' to its parent once it answers. */
export type Companion = {
  /** What it is, for the line that tells of it. */
  readonly name: string;
  readonly file: string;
  /** All that it knows. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it is found. */
  readonly address: string;
};

export type RunningCompanion = { readonly companion: Companion; readonly stop: () => Promise<void> };

/** Starts it and waits until it listens. Throws an `Obstacle` when it ends before that. */
export async function startCompanion(companion: Companion): Promise<RunningCompanion> {
  const { NODE_ENV, PATH } = process.env;
  const child = spawn(process.execPath, ['--import', typescript, companion.file], {
    env: { NODE_ENV, PATH, ...companion.env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await untilListening(child, companion);
  return {
    companion,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Starts all of them; when one cannot be started, none stays behind. */
export async function startCompanions(companions: readonly Companion[]): Promise<readonly RunningCompanion[]> {
  const started = await Promise.allSettled(companions.map(startCompanion));
  const running = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failed = started.find((each) => each.status === 'rejected');
  if (!failed) return running;
  await stopCompanions(running);
  throw failed.reason;
}

export async function stopCompanions(running: readonly RunningCompanion[]): Promise<void> {
  await Promise.all(running.map(({ stop }) => stop()));
}

function untilListening(child: ChildProcess, { name }: Companion): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (message === 'listening') resolve();
    });
    child.once('error', reject);
    child.once('close', (code) => reject(new Obstacle(`${name} ended with ${code} before it answered: see above.`)));
  });
}
