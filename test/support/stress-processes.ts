import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

function start(script: string, args: string[]): ChildProcess {
  return fork(fileURLToPath(new URL(script, import.meta.url)), args, { execArgv: ['--import', 'tsx'] });
}

/** Another process holds the write lock of the file while `during` runs; it gets the function that ends that. */
export async function whileLocked<T>(url: string, during: (release: () => Promise<void>) => Promise<T>): Promise<T> {
  const holder = start('./stress-lock-holder.ts', [url]);
  const ended = once(holder, 'exit');
  await once(holder, 'message');
  const release = async () => {
    if (holder.connected) holder.send('release');
    await ended;
  };
  try {
    return await during(release);
  } finally {
    await release();
  }
}

/** Starts a process that writes, kills it with SIGKILL after so many acknowledgements, and returns all that arrived. */
export async function killedWriter(url: string, lane: string, after: number): Promise<string[]> {
  const acknowledged: string[] = [];
  const writer = start('./stress-writer.ts', [url, lane]);
  writer.on('message', (id) => {
    acknowledged.push(String(id));
    if (acknowledged.length === after) writer.kill('SIGKILL');
  });
  await once(writer, 'close');
  return acknowledged;
}
