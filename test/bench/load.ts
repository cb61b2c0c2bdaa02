import autocannon from 'autocannon';
import { z } from 'zod';

/** One request that is sent over and over, and the status that every answer must have. */
export type Repeated = {
  readonly url: string;
  readonly status: number;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Where the server tells its processor time. */
  readonly cpuUrl: string;
};

export type Figures = { readonly perSecond: number; readonly cpuMs: number };
export type Spread = { readonly median: number; readonly min: number; readonly max: number };

const CONNECTIONS = 8;
/** A heavy page needs some hundred requests until V8 has compiled what it runs. */
const WARM_SECONDS = 6;
const usage = z.object({ user: z.number(), system: z.number() });

/** Sends one request for some seconds. Throws when any answer is not the expected one: then nothing was measured. */
export async function load({ cpuUrl, status, ...request }: Repeated, seconds: number): Promise<Figures> {
  const before = await readCpuMs(cpuUrl);
  const result = await autocannon({ ...request, connections: CONNECTIONS, duration: seconds });
  const cpuMs = (await readCpuMs(cpuUrl)) - before;
  const { total } = result.requests;
  const expected = result.statusCodeStats[String(status)]?.count ?? 0;
  if (total === 0 || result.errors > 0 || expected !== total) {
    throw new Error(`${request.url}: ${total} answers, ${expected} with ${status}, ${result.errors} errors`);
  }
  return { perSecond: total / result.duration, cpuMs: cpuMs / total };
}

/** The two by turns, so that whatever else the machine does meets both. */
export async function compare(ours: Repeated, theirs: Repeated, rounds: number, seconds: number) {
  await load(theirs, WARM_SECONDS);
  await load(ours, WARM_SECONDS);
  const pairs: { ours: Figures; theirs: Figures }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({ theirs: await load(theirs, seconds), ours: await load(ours, seconds) });
  }
  return {
    speed: spreadOf(pairs.map((pair) => pair.ours.perSecond / pair.theirs.perSecond)),
    cpu: spreadOf(pairs.map((pair) => pair.ours.cpuMs / pair.theirs.cpuMs)),
    ours: middle(pairs.map((pair) => pair.ours)),
    theirs: middle(pairs.map((pair) => pair.theirs)),
  };
}

/** The median of each figure. */
export function middle(figures: readonly Figures[]): Figures {
  return {
    perSecond: spreadOf(figures.map(({ perSecond }) => perSecond)).median,
    cpuMs: spreadOf(figures.map(({ cpuMs }) => cpuMs)).median,
  };
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  };
}

/** A share as the bench prints it: the median with the least and the most. */
export function percent({ median, min, max }: Spread): string {
  const of = (value: number) => `${(value * 100).toFixed(0)} %`;
  return `${of(median)} (${of(min)} – ${of(max)})`;
}

async function readCpuMs(url: string): Promise<number> {
  const { user, system } = usage.parse(await (await fetch(url)).json());
  return (user + system) / 1000;
}
