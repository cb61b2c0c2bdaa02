import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type ActivityFilter, listActivity, listActors } from '@/db/activity';
import { hashOfEntry, recordAuditEntry } from '@/db/audit';
import { write } from '@/db/client';
import { people } from '@/db/schema';
import { scopeOf } from '@/lib/demo/seed/people';
import { AUDIT_ACTS } from '@/lib/domain/acts';
import { exportCsv, exportJson } from '@/lib/server/activity-export';
import { at, buy, newDemoDatabase, requireAccepted, startUsing } from '@/test/support/database';
import { parseCsv } from '@/test/support/parse-csv';

const MAJA = 'maja-sandberg';
const WORDS = { columns: ['number', 'time'], when: String, act: ({ act }: { act: string }) => act, nobody: 'nobody' };

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const exported = z.strictObject({
  organization: z.strictObject({ id: z.literal('nordlys'), name: z.string() }),
  exportedAt: z.iso.datetime(),
  entries: z.array(
    z.strictObject({
      sequence: z.number(),
      id: z.string(),
      at: z.iso.datetime(),
      act: z.enum(AUDIT_ACTS),
      person: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
      subscription: z.strictObject({ id: z.string(), app: z.string() }).nullable(),
      billingProfile: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
      before: facts,
      after: facts,
      previousHash: z.string(),
      hash: z.string(),
    }),
  ),
});

async function join(parts: AsyncGenerator<string>): Promise<string> {
  let whole = '';
  for await (const part of parts) whole += part;
  return whole;
}

async function readCsv(kept: Partial<ActivityFilter> = {}) {
  const [head, ...rows] = parseCsv(await join(exportCsv(scopeOf(MAJA), kept, WORDS)));
  return { head, rows };
}

async function readJson(kept: Partial<ActivityFilter> = {}) {
  const text = await join(exportJson(scopeOf(MAJA), kept, { organization: 'Nordlys', exportedAt: at('2026-11-22') }));
  return exported.parse(JSON.parse(text));
}

async function liveThroughAWeek(): Promise<void> {
  await newDemoDatabase();
  await startUsing({ id: 'books', on: '2026-11-01' });
  await buy({ id: 'crews', by: 'johan-ekstrom', billingProfileId: 'nordlys-projects', on: '2026-11-02' });
  const foreign = { by: 'maria-vlachou', billingProfileId: 'kymata-head-office', on: '2026-11-03' } as const;
  requireAccepted(await buy({ id: 'foreign', ...foreign }));
}

test('the files hold what the organization did, newest first, and nothing of another', async () => {
  await liveThroughAWeek();
  const { head, rows } = await readCsv();
  expect(head).toEqual(WORDS.columns);
  expect(
    rows.map(([sequence, time, , who, , , code, subscription]) => [sequence, time, who, code, subscription]),
  ).toEqual([
    ['3', '2026-11-02T10:00:00.000Z', 'Johan Ekström', 'purchase', 'crews'],
    ['2', '2026-11-01T10:00:00.000Z', 'nobody', 'activate', 'books'],
    ['1', '2026-11-01T10:00:00.000Z', 'Maja Sandberg', 'purchase', 'books'],
  ]);
  const { entries } = await readJson();
  expect(entries.map(({ sequence, act, person }) => [sequence, act, person?.id ?? null])).toEqual([
    [3, 'purchase', 'johan-ekstrom'],
    [2, 'activate', null],
    [1, 'purchase', MAJA],
  ]);
});

test('an organization where nothing has happened gets whole files without an entry', async () => {
  await newDemoDatabase();
  expect(await readCsv()).toEqual({ head: WORDS.columns, rows: [] });
  expect((await readJson()).entries).toEqual([]);
});

test('they are narrowed to an app, a person, or what nobody did', async () => {
  await liveThroughAWeek();
  const kept = async (filter: Partial<ActivityFilter>) => {
    const { entries } = await readJson(filter);
    const { rows } = await readCsv(filter);
    expect(rows.map(([sequence]) => Number(sequence))).toEqual(entries.map(({ sequence }) => sequence));
    return entries.map(({ sequence }) => sequence);
  };
  expect(await kept({ subscriptionId: 'books' })).toEqual([2, 1]);
  expect(await kept({ personId: 'johan-ekstrom' })).toEqual([3]);
  expect(await kept({ personId: null })).toEqual([2]);
  expect(await kept({ subscriptionId: 'books', personId: MAJA })).toEqual([1]);
  expect(await kept({ subscriptionId: 'foreign' })).toEqual([]);
  expect(await kept({ personId: 'maria-vlachou' })).toEqual([]);
  expect((await listActors(scopeOf(MAJA))).map(({ id }) => id)).toEqual(['johan-ekstrom', MAJA]);
});

test('they hold every entry once, however many there are', async () => {
  await newDemoDatabase();
  requireAccepted(await buy({ id: 'books', on: '2026-11-01' }));
  const about = { organizationId: 'nordlys', subscriptionId: 'books', billingProfileId: null };
  const draft = { ...about, personId: MAJA, before: {}, after: {} };
  const many = 1003;
  requireAccepted(
    await write(async (tx) => {
      for (let n = 1; n < many; n += 1)
        await recordAuditEntry(tx, { ...draft, act: 'renew', at: at('2026-11-02') + n });
    }),
  );
  const downwards = Array.from({ length: many }, (_, index) => many - index);
  expect((await readJson()).entries.map(({ sequence }) => sequence)).toEqual(downwards);
  expect((await readCsv()).rows.map(([sequence]) => Number(sequence))).toEqual(downwards);
});

test('the chain of hashes can be followed from the file alone', async () => {
  await liveThroughAWeek();
  const { organization, entries } = await readJson();
  for (const [index, { person, subscription, billingProfile, at: time, hash, ...entry }] of entries.entries()) {
    const whole = { ...entry, at: Date.parse(time), personId: person?.id ?? null, organizationId: organization.id };
    const about = { subscriptionId: subscription?.id ?? null, billingProfileId: billingProfile?.id ?? null };
    expect(hashOfEntry({ ...whole, ...about })).toBe(hash);
    expect(entry.previousHash).toBe(entries[index + 1]?.hash ?? '0'.repeat(64));
  }
});

test('a name that a spreadsheet would run is text', async () => {
  await liveThroughAWeek();
  const name = '=HYPERLINK("https://evil.example","x")';
  requireAccepted(await write((tx) => tx.update(people).set({ name }).where(eq(people.id, MAJA))));
  expect((await readCsv()).rows.at(-1)?.[3]).toBe(`'${name}`);
  expect((await listActivity(scopeOf(MAJA), { limit: 9 })).at(-1)?.personName).toBe(name);
});
