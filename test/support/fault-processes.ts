import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Errand } from './fault-process';

const script = fileURLToPath(new URL('./fault-process.ts', import.meta.url));

/** What a process answered before it ended, and how it ended. */
export type Ended = { readonly outcome: unknown; readonly signal: NodeJS.Signals | null };

/** Runs errands at the same moment, each in a process of its own over the same database file. */
export async function inProcesses(url: string, ...errands: readonly Errand[]): Promise<Ended[]> {
  const processes = errands.map((errand) =>
    fork(script, [url, JSON.stringify(errand)], { execArgv: ['--import', 'tsx'] }),
  );
  await Promise.all(processes.map((each) => once(each, 'message')));
  const ends = processes.map(async (each) => {
    let outcome: unknown;
    each.on('message', (answer) => {
      outcome = answer;
    });
    const [, signal] = await once(each, 'close');
    return { outcome, signal };
  });
  for (const each of processes) each.send('go');
  return Promise.all(ends);
}
