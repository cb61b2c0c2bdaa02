import { spawn } from 'node:child_process';
import { programs } from '@/lib/cli/terminal';
import { bareEnvironment } from './site';

type Answer = { readonly code: number | null; readonly out: string; readonly error: string };

type Place = {
  /** `file:` URL of the database. */
  readonly url: string;
  /** What the command has as its data folder. */
  readonly folder: string;
  /** Settings beside these. */
  readonly more?: Readonly<Record<string, string>>;
};

/** Runs a command of lib/cli as an operator of a demo does. */
export function runCommand(file: string, args: readonly string[], { url, folder, more = {} }: Place): Promise<Answer> {
  const env = { ...bareEnvironment(), STEGVIS_MODE: 'demo', STEGVIS_DATA: folder, DATABASE_URL: url, ...more };
  const child = spawn(process.execPath, [programs.tsx, `lib/cli/${file}`, ...args], { env });
  const said = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk));
  child.stderr.on('data', (chunk: Buffer) => (said.error += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
}
