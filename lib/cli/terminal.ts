import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type ParseArgsConfig, parseArgs } from 'node:util';

const resolver = createRequire(import.meta.url);

/** Programs of our own packages, run by this very Node, so that no shell and no PATH are needed. */
export const programs = {
  next: resolver.resolve('next/dist/bin/next'),
  tsx: resolver.resolve('tsx/cli'),
};

export type RunOptions = { readonly env?: NodeJS.ProcessEnv };

/** Runs a Node program in the foreground and answers its exit code; a signal counts as 1. */
export function runNode(args: readonly string[], { env = process.env }: RunOptions = {}): Promise<number> {
  return run(process.execPath, args, { env });
}

/** Runs a TypeScript file. */
export function runScript(file: string, args: readonly string[] = [], options: RunOptions = {}): Promise<number> {
  return runNode([programs.tsx, file, ...args], options);
}

export function run(command: string, args: readonly string[], { env = process.env }: RunOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Shows the help and answers false when `--help` was asked for; anything else unknown ends the process with 2. */
export function isWanted(help: string): boolean {
  const { help: isAsked } = readArguments(help);
  if (isAsked) console.log(help.trim());
  return !isAsked;
}

/** The text options that were given, by name; undefined when the help was asked for and shown. Unknown ones end with 2. */
export function readOptions(help: string, names: readonly string[]): Readonly<Record<string, string>> | undefined {
  const { help: isAsked, ...texts } = readArguments(help, names);
  if (isAsked) console.log(help.trim());
  const given = Object.entries(texts).filter((option): option is [string, string] => typeof option[1] === 'string');
  return isAsked ? undefined : Object.fromEntries(given);
}

/** What was typed after the command, a leading minus too; undefined when the help was asked for and shown. */
export function readWords(help: string): readonly string[] | undefined {
  const words = process.argv.slice(2);
  if (!words.some((word) => word === '--help' || word === '-h')) return words;
  console.log(help.trim());
  return undefined;
}

/** The one file that was named, and which of the flags were given; undefined when the help was asked for and shown. */
export function readFileArguments(
  help: string,
  flags: readonly string[],
): { readonly file: string; readonly flags: readonly string[] } | undefined {
  const options = Object.fromEntries(flags.map((name) => [name, { type: 'boolean' } as const]));
  const { values, positionals } = parseOrEnd(help, { options, allowPositionals: true });
  if (values.help) {
    console.log(help.trim());
    return undefined;
  }
  const [file, ...more] = positionals;
  if (file !== undefined && more.length === 0) return { file, flags: Object.keys(values) };
  console.error(`Name one file.\n\n${help.trim()}`);
  return process.exit(2);
}

/** Settings may stand in a file beside the code; what the environment says wins. */
export function loadEnvironmentFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** Says what is going on, and how long it took once it is over. */
export async function step<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  console.log(`▸ ${name} …`);
  const startedAt = Date.now();
  const value = await work();
  console.log(`  ${name}: ${seconds(Date.now() - startedAt)}`);
  return value;
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Ends with a plain sentence instead of a stack when what stands in the way is the operator's to change. */
export class Obstacle extends Error {}

export async function main(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof Obstacle)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

function readArguments(help: string, names: readonly string[] = []) {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
  return parseOrEnd(help, { options }).values;
}

type Asked = { readonly options: NonNullable<ParseArgsConfig['options']>; readonly allowPositionals?: boolean };

function parseOrEnd(help: string, { options, allowPositionals = false }: Asked) {
  try {
    return parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } }, allowPositionals });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help.trim()}`);
    return process.exit(2);
  }
}
