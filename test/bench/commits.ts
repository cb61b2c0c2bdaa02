import { type DatabaseClient, databaseClient } from '@/db/database-client';
import { newId } from '@/db/ids';
import { OrgScope } from '@/db/scope-mint';
import { requireDone } from '@/lib/demo/seed/done';
import type { QuantityWish } from '@/lib/domain/quantity-decision';
import { quantityChange } from '@/lib/server/quantity-change';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import { type Figures, middle, type Spread, spreadOf } from './load';
import { type Customer, inMoneyDatabase, type Settlement, saveCustomers } from './money-database';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const ROUNDS = 5;
/** Of each round, whatever the number of admins. */
const COMMITS = 128;

export type CommitKind = 'planned' | 'invoiced' | 'charged';
export type CommitFigures = {
  readonly kind: CommitKind;
  readonly admins: number;
  /** Commits for each bare transaction in the same time. */
  readonly ratio: Spread;
  /** The same by processor time, which others on the machine disturb less. */
  readonly cpuRatio: Spread;
  readonly ours: Figures;
  readonly bare: Figures;
};

/**
 * Confirms reviewed changes of quantity by so many admins at once, each on one app of their own after the other, by turns with bare
 * transactions of four inserts on the same file through the same client.
 */
export async function measureCommits(kind: CommitKind, admins: number): Promise<CommitFigures> {
  return inMoneyDatabase(async (url) => {
    const settlement: Settlement = kind === 'charged' ? 'card' : 'invoice';
    const customers = await saveCustomers({ count: admins, settlement, appsEach: ((ROUNDS + 1) * COMMITS) / admins });
    const bare = await openBare(url);
    const found: { ours: Figures; bare: Figures }[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const theirs = perCommit(await timed(() => commitBare(bare, admins)));
      const ours = await commitAll(customers, kind, round);
      // The first round only warms up.
      if (round > 0) found.push({ ours, bare: theirs });
    }
    bare.close();
    return {
      kind,
      admins,
      ratio: spreadOf(found.map((each) => each.ours.perSecond / each.bare.perSecond)),
      cpuRatio: spreadOf(found.map((each) => each.bare.cpuMs / each.ours.cpuMs)),
      ours: middle(found.map((each) => each.ours)),
      bare: middle(found.map((each) => each.bare)),
    };
  });
}

/** Each admin's turn is reviewed first, which is not counted, then all confirm at once. */
async function commitAll(customers: readonly Customer[], kind: CommitKind, round: number): Promise<Figures> {
  const turns = Array.from({ length: COMMITS / customers.length }, (_, turn) => async () => {
    const index = (round * COMMITS) / customers.length + turn;
    const asked = customers.map((customer) => askFor(customer, customer.apps[index] ?? '', WISHES[kind]));
    for (const { scope, request } of asked) requireDone(await previewTask(scope, quantityChange, request));
    return async () => {
      const done = asked.map(({ scope, request }) => commitTask(scope, quantityChange, request));
      for (const outcome of await Promise.all(done)) requireDone(outcome);
    };
  });
  let total = { milliseconds: 0, cpuMs: 0 };
  for (const prepare of turns) total = plus(total, await timed(await prepare()));
  return perCommit(total);
}

function askFor({ organizationId, personId }: Customer, subjectId: string, wish: QuantityWish) {
  const scope = new OrgScope({ organizationId, personId, organizationRole: 'owner' });
  return { scope, request: { key: newId(), subjectId, wish, now: NOW } };
}

/** Of ten licenses: one less from the renewal on, or one more at once. */
const WISHES: Readonly<Record<CommitKind, QuantityWish>> = {
  planned: { act: 'change', quantity: 9, replacePlanned: false },
  invoiced: { act: 'change', quantity: 11, replacePlanned: false },
  charged: { act: 'change', quantity: 11, replacePlanned: false },
};

/** The very client that ours go through, which prepares a statement once. */
async function openBare(url: string): Promise<DatabaseClient> {
  const client = databaseClient({ url }, 20);
  await client.run('create table bare (id text primary key, at integer not null, body text not null) strict', []);
  return client;
}

const INSERT = 'insert into bare values (?, ?, ?)';
const BODY = JSON.stringify({ before: { quantity: 10 }, after: { quantity: 11 }, note: 'x'.repeat(200) });

async function commitBare(client: DatabaseClient, admins: number): Promise<void> {
  let left = COMMITS;
  let last: Promise<void> = Promise.resolve();
  const one = async () => {
    const before = last;
    let release = () => {};
    last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    const transaction = await client.begin();
    for (let row = 0; row < 4; row += 1) await transaction.run(INSERT, [newId(), NOW, BODY]);
    await transaction.commit();
    release();
  };
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await one();
    }
  };
  await Promise.all(Array.from({ length: admins }, worker));
}

type Time = { readonly milliseconds: number; readonly cpuMs: number };

async function timed(work: () => Promise<void>): Promise<Time> {
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { milliseconds: performance.now() - startedAt, cpuMs: (user + system) / 1000 };
}

function plus(a: Time, b: Time): Time {
  return { milliseconds: a.milliseconds + b.milliseconds, cpuMs: a.cpuMs + b.cpuMs };
}

function perCommit({ milliseconds, cpuMs }: Time): Figures {
  return { perSecond: (COMMITS * 1000) / milliseconds, cpuMs: cpuMs / COMMITS };
}
