import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { closeDatabase, openDatabase, read, write } from '@/db/client';
import { migrate } from '@/db/migrate';
import { demoMails } from '@/db/schema';
import { killedWriter, whileLocked } from './stress-processes';
import { compare, type Found, writePair } from './stress-rows';

export type StressSize = {
  writes: number;
  lockedWrites: number;
  kills: number;
  writesBeforeKill: number;
  full: number;
};

type Round = Found & { acknowledged: number; refused: number; milliseconds: number };

/** What each part of the stress found. `eventLoopMaxMs` is the longest time the process answered nobody. */
export type StressFigures = {
  concurrent: Round;
  lockedForAWhile: Round & { readsMeanwhile: number };
  lockedTooLong: Round & { readsMeanwhile: number };
  fullDisk: Round;
  killed: Round & { kills: number };
  eventLoopMaxMs: number;
  driverAlone: { acknowledged: number; lost: number };
};

/** Works on a temporary file and removes it. */
export async function stressDatabase(size: StressSize): Promise<StressFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'stress-'));
  const url = `file:${join(folder, 'stress.db')}`;
  await migrate({ url });
  openDatabase({ url });
  const loop = monitorEventLoopDelay({ resolution: 5 });
  try {
    loop.enable();
    const concurrent = await round(ids('concurrent', size.writes));
    const lockedForAWhile = await lockedForAWhileRound(url, size.lockedWrites);
    const lockedTooLong = await lockedTooLongRound(url, size.lockedWrites);
    const fullDisk = await fullDiskRound(size.full);
    loop.disable();
    const killed = await killedRound(url, size);
    const eventLoopMaxMs = loop.max / 1e6;
    const driverAlone = await driverAloneRound(url);
    return { concurrent, lockedForAWhile, lockedTooLong, fullDisk, killed, eventLoopMaxMs, driverAlone };
  } finally {
    await closeDatabase();
    await rm(folder, { recursive: true });
  }
}

function ids(lane: string, count: number): string[] {
  return Array.from({ length: count }, (_, number) => `${lane}-${number}`);
}

async function round(pairs: string[]): Promise<Round> {
  const start = performance.now();
  await write((tx) => tx.delete(demoMails));
  const answers = await Promise.all(pairs.map(writePair));
  const acknowledged = pairs.filter((_, at) => answers[at]);
  const milliseconds = Math.round(performance.now() - start);
  const found = await compare(acknowledged);
  return { ...found, acknowledged: acknowledged.length, refused: pairs.length - acknowledged.length, milliseconds };
}

/** Reads one after another until `stop` answers true, and counts them. */
async function readUntil(stop: (reads: number) => boolean): Promise<number> {
  let reads = 0;
  while (!stop(reads)) {
    await read((db) => db.select().from(demoMails).limit(1));
    reads += 1;
    await new Promise(setImmediate);
  }
  return reads;
}

async function lockedForAWhileRound(url: string, count: number) {
  return whileLocked(url, async (release) => {
    const until = performance.now() + 1000;
    const writing = round(ids('locked', count));
    const readsMeanwhile = await readUntil(() => performance.now() > until);
    await release();
    return { ...(await writing), readsMeanwhile };
  });
}

async function lockedTooLongRound(url: string, count: number) {
  return whileLocked(url, async (release) => {
    let over = false;
    const writing = Promise.all(ids('too-long', count).map(writePair)).finally(() => {
      over = true;
    });
    const readsMeanwhile = await readUntil(() => over);
    const answers = await writing;
    await release();
    const after = await round(ids('after-lock', count));
    return { ...after, refused: answers.filter((saved) => !saved).length, readsMeanwhile };
  });
}

/** SQLite answers a file at its page limit as it answers a full disk. The limit holds on one connection only. */
async function fullDiskRound(count: number): Promise<Round> {
  let refused = 0;
  for (const id of ids('full', count)) {
    const filled = await write(async (tx) => {
      await tx.run(sql`pragma max_page_count = 1`);
      const body = 'x'.repeat(1_000_000);
      await tx.insert(demoMails).values({ id, recipient: 'a', subject: 's', body, locale: 'en-US', sentAt: 1 });
    });
    if (!filled.ok) refused += 1;
  }
  return { ...(await round(ids('after-full', count))), refused };
}

async function killedRound(url: string, size: StressSize) {
  const start = performance.now();
  await write((tx) => tx.delete(demoMails));
  const acknowledged: string[] = [];
  for (const lane of ids('killed', size.kills)) {
    acknowledged.push(...(await killedWriter(url, lane, size.writesBeforeKill)));
  }
  const milliseconds = Math.round(performance.now() - start);
  return {
    ...(await compare(acknowledged)),
    acknowledged: acknowledged.length,
    refused: 0,
    milliseconds,
    kills: size.kills,
  };
}

/** The same lock met by the bare driver: what it acknowledges afterwards on the connection that met it. */
async function driverAloneRound(url: string) {
  const client = createClient({ url });
  const insert = (id: string) =>
    client.execute({ sql: `insert into demo_mails values (?, 'a', 's', 'b', 'en-US', 1)`, args: [id] });
  const met = await whileLocked(url, async () =>
    insert('alone-0').then(
      () => false,
      () => true,
    ),
  );
  if (!met) throw new Error('the bare driver did not meet the lock');
  const alone = ids('alone', 20);
  let acknowledged = 0;
  for (const id of alone)
    acknowledged += await insert(id).then(
      () => 1,
      () => 0,
    );
  client.close();
  const rows = await read((db) => db.select({ id: demoMails.id }).from(demoMails));
  return { acknowledged, lost: acknowledged - rows.filter(({ id }) => alone.includes(id)).length };
}
