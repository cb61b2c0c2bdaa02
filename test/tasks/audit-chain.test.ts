import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient, type Transaction } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase, openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { seedDemo } from '@/lib/demo/seed/seed-demo';
import { auditRow, findBrokenPlace } from '@/test/support/audit-chain';
import { at } from '@/test/support/database';

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
const url = `file:${join(folder, 'test.db')}`;
let file: Client;

beforeAll(async () => {
  await migrate({ url });
  openDatabase({ url });
  await seedDemo(at('2026-11-22'), () => undefined);
  await closeDatabase();
  file = createClient({ url });
});

afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true });
});

/** Somebody with the database file and no scruples; nothing they do outlives the work. */
async function tampering<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const tx = await file.transaction('write');
  try {
    return await work(tx);
  } finally {
    await tx.rollback();
  }
}

async function brokenPlace(tx: Transaction, organizationId = 'nordlys') {
  const sql = 'select * from audit_entries where organization_id = ? order by sequence';
  const { rows } = await tx.execute({ sql, args: [organizationId] });
  expect(rows.length).toBeGreaterThan(20);
  return findBrokenPlace(rows.map((row) => auditRow.parse(row)));
}

test.each(['nordlys', 'kymata'])('the chain of %s is whole after all that the demo lived through', async (id) => {
  expect(await tampering((tx) => brokenPlace(tx, id))).toBeUndefined();
});

const forged = 'insert or replace into audit_entries select * from audit_entries where sequence = 3';
const tampers = {
  'changing what was done': `update audit_entries set act = 'decrease' where organization_id = 'nordlys' and sequence = 9`,
  'changing who did it': `update audit_entries set person_id = 'eleni-papadaki' where organization_id = 'nordlys' and sequence = 9`,
  'changing when': `update audit_entries set at = at + 1 where organization_id = 'nordlys' and sequence = 9`,
  'changing an amount': `update audit_entries set after = json_set(after, '$.chargeMinor', '1') where organization_id = 'nordlys' and sequence = 9`,
  'changing what was before': `update audit_entries set before = json_set(before, '$.quantity', 1) where organization_id = 'nordlys' and sequence = 9`,
  'changing the app': `update audit_entries set subscription_id = 'kymata-tallyworks' where organization_id = 'nordlys' and sequence = 9`,
  'changing a hash': `update audit_entries set hash = '${'0'.repeat(64)}' where organization_id = 'nordlys' and sequence = 9`,
  'deleting one': `delete from audit_entries where organization_id = 'nordlys' and sequence = 9`,
  'moving one to another organization': `update audit_entries set organization_id = 'kymata', sequence = 9999 where organization_id = 'nordlys' and sequence = 9`,
  'swapping two': `update audit_entries set sequence = case sequence when 9 then 10009 else 10010 end where organization_id = 'nordlys' and sequence in (9, 10);
    update audit_entries set sequence = case sequence when 10009 then 10 else 9 end where organization_id = 'nordlys' and sequence > 10000`,
} as const;

describe('through the database itself', () => {
  test.each(Object.entries({ ...tampers, 'replacing one': forged }))('%s is refused', async (_, sql) => {
    await expect(tampering((tx) => tx.executeMultiple(sql))).rejects.toThrow('audit_entries is append-only');
  });
});

describe('with the triggers gone', () => {
  test.each(Object.entries(tampers))('%s is found, with its place', async (_, sql) => {
    const place = await tampering(async (tx) => {
      await tx.execute('pragma defer_foreign_keys = on');
      const triggers = await tx.execute(
        `select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_entries'`,
      );
      expect(triggers.rows).toHaveLength(3);
      for (const { name } of triggers.rows) await tx.execute(`drop trigger ${name}`);
      await tx.executeMultiple(sql);
      return brokenPlace(tx);
    });
    expect(place).toBe(9);
  });

  test('nothing that was tried is left', async () => {
    expect(await tampering((tx) => brokenPlace(tx))).toBeUndefined();
  });
});
