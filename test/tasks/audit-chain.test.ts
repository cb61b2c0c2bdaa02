import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { closeDatabase, openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { seedDemo } from '@/lib/demo/seed/seed-demo';
import { auditKey, signatureOf } from '@/lib/server/audit/head-signature';
import { verifyChain } from '@/lib/server/audit/verify-chain';
import { saveAuditHeads } from '@/lib/server/jobs/audit-head';
import { at, everything, job } from '@/test/support/database';
import { bareEnvironment } from '@/test/support/site';

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
vi.stubEnv('STEGVIS_DATA', folder);
const TODAY = '2026-11-22';

beforeAll(async () => {
  const url = `file:${join(folder, 'lived.db')}`;
  await migrate({ url });
  openDatabase({ url });
  await seedDemo(at(TODAY), () => undefined);
  await saveAuditHeads(job, TODAY, at(TODAY));
  await closeDatabase();
  const file = createClient({ url });
  // A file by itself, without a log beside it that a copy would leave behind.
  await file.execute({ sql: 'vacuum into ?', args: [join(folder, 'whole.db')] });
  file.close();
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the whole file for one test, and a way into it past our own code. */
function copyOfFile(): { readonly url: string; readonly file: Client } {
  const path = join(mkdtempSync(join(folder, 'copy-')), 'stegvis.db');
  copyFileSync(join(folder, 'whole.db'), path);
  const url = `file:${path}`;
  const file = createClient({ url });
  onTestFinished(() => file.close());
  return { url, file };
}

/** Somebody with the database file and no scruples. */
async function tamper(file: Client, sql: string): Promise<void> {
  const triggers = await file.execute(
    `select name from sqlite_master where type = 'trigger' and tbl_name in ('audit_entries', 'audit_heads')`,
  );
  expect(triggers.rows).toHaveLength(6);
  await file.executeMultiple('pragma foreign_keys = off');
  for (const { name } of triggers.rows) await file.execute(`drop trigger ${name}`);
  await file.executeMultiple(sql);
}

/** What the check says of an organization's chain in a file. */
async function verified(url: string, organizationId = 'nordlys') {
  openDatabase({ url });
  try {
    return await verifyChain(job, organizationId, auditKey());
  } finally {
    await closeDatabase();
  }
}

test.each(['nordlys', 'kymata'])('the chain of %s is whole after all that the demo lived through', async (id) => {
  const { entries, heads, fault } = await verified(copyOfFile().url, id);
  expect(entries).toBeGreaterThan(20);
  expect([heads, fault]).toEqual([1, undefined]);
});

const rows = `audit_entries where organization_id = 'nordlys'`;
const row = (set: string, sequence = 9) =>
  `update audit_entries set ${set} where organization_id = 'nordlys' and sequence = ${sequence}`;

const tampers = {
  'changing what was done': row(`act = 'decrease'`),
  'changing who did it': row(`person_id = 'eleni-papadaki'`),
  'changing when': row('at = at + 1'),
  'changing an amount': row(`after = json_set(after, '$.chargeMinor', '1')`),
  'changing what was before': row(`before = json_set(before, '$.quantity', 1)`),
  'changing the app': row(`subscription_id = 'kymata-tallyworks'`),
  'changing a hash': row(`hash = '${'0'.repeat(64)}'`),
  'deleting one': `delete from ${rows} and sequence = 9`,
  'moving one to another organization': row(`organization_id = 'kymata', sequence = 9999`),
  'swapping two': `${row('sequence = 10009', 9)}; ${row('sequence = 9', 10)}; ${row('sequence = 10', 10009)}`,
  'cutting off the end': `delete from ${rows} and sequence >= 9`,
} as const;

describe('through the database itself', () => {
  const refused = {
    ...tampers,
    'replacing one': 'insert or replace into audit_entries select * from audit_entries where sequence = 3',
    'changing a head': 'update audit_heads set sequence = 1',
    'deleting a head': 'delete from audit_heads',
    'replacing a head': 'insert or replace into audit_heads select * from audit_heads',
  };
  test.each(Object.entries(refused))('%s is refused', async (_, sql) => {
    const { file } = copyOfFile();
    await expect(file.executeMultiple(sql)).rejects.toThrow('is append-only');
  });
});

describe('with the triggers gone', () => {
  test.each(Object.entries(tampers))('%s is found, with its place', async (_, sql) => {
    const { url, file } = copyOfFile();
    await tamper(file, sql);
    expect((await verified(url)).fault?.sequence).toBe(9);
    if (!sql.includes('kymata')) expect((await verified(url, 'kymata')).fault).toBeUndefined();
  });

  test('a head that was moved back to hide what was cut off is not signed', async () => {
    const { url, file } = copyOfFile();
    await tamper(
      file,
      `delete from ${rows} and sequence >= 9;
       update audit_heads set sequence = 8, hash = (select hash from ${rows} and sequence = 8) where organization_id = 'nordlys'`,
    );
    expect((await verified(url)).fault).toEqual({ code: 'head_forged', sequence: 8 });
  });

  test('a chain written anew, every hash in place, is not the one that was signed', async () => {
    const { url, file } = copyOfFile();
    await tamper(
      file,
      `delete from ${rows} and sequence > 1;
       update audit_heads set sequence = 1, hash = '${'a'.repeat(64)}' where organization_id = 'nordlys'`,
    );
    const head = { organizationId: 'nordlys', signedOn: TODAY, sequence: 1, hash: 'a'.repeat(64), signedAt: at(TODAY) };
    await file.execute({
      sql: `update audit_heads set signature = ? where organization_id = 'nordlys'`,
      args: [signatureOf(head, auditKey())],
    });
    expect((await verified(url)).fault).toEqual({ code: 'not_as_signed', sequence: 1 });
  });
});

test('a head is signed once a day, and only where something was recorded since', async () => {
  openDatabase({ url: copyOfFile().url });
  onTestFinished(closeDatabase);
  const before = await everything();
  await saveAuditHeads(job, TODAY, at(TODAY, '11:00'));
  await saveAuditHeads(job, '2026-11-23', at('2026-11-23'));
  expect(await everything()).toEqual(before);
});

test('the command names the first row of each organization that is not as it was, and ends with 1', async () => {
  const { url, file } = copyOfFile();
  const run = () =>
    new Promise<{ code: number; output: string }>((resolve) => {
      const args = [createRequire(import.meta.url).resolve('tsx/cli'), 'lib/cli/audit.ts', 'verify'];
      const env = { ...bareEnvironment(), STEGVIS_MODE: 'demo', STEGVIS_DATA: folder, DATABASE_URL: url };
      execFile(process.execPath, args, { env }, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
      );
    });
  expect(await run()).toMatchObject({
    code: 0,
    output: expect.stringMatching(/ok +nordlys .* 1 heads are as they were/),
  });
  await tamper(file, tampers['deleting one']);
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toMatch(/FAULT nordlys .*row 9 is missing/);
  expect(output).toMatch(/ok +kymata/);
}, 60_000);
