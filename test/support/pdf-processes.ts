import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The SHA-256 of each snapshot's PDF, as a new process writes them one after another. */
export async function hashesOfPdfs(snapshots: readonly string[]): Promise<string[]> {
  const script = fileURLToPath(new URL('./pdf-writer.ts', import.meta.url));
  const writer = fork(script, { execArgv: ['--import', 'tsx'] });
  const ended = once(writer, 'exit');
  const hashes: string[] = [];
  for (const snapshot of snapshots) {
    const answer = Promise.race([once(writer, 'message'), ended.then(() => ['ended'])]);
    writer.send(snapshot);
    hashes.push(String((await answer)[0]));
  }
  writer.kill('SIGTERM');
  await ended;
  return hashes;
}
