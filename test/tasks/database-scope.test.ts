import { expect, test, vi } from 'vitest';
import { read, write } from '@/db/client';
import { demoMails } from '@/db/schema';
import type { OrgScope } from '@/db/scope';
import { OrgScope as MintedScope } from '@/db/scope-mint';
import { newDatabase } from '@/test/support/stress-folder';

test('a scope is minted: an object that looks like one does not compile', () => {
  const actor = { organizationId: 'o', personId: 'p', organizationRole: 'owner' } as const;
  // @ts-expect-error the private field is missing
  const lookAlike: OrgScope = actor;
  const scope: OrgScope = new MintedScope(lookAlike);
  expect([scope.organizationId, scope.personId, scope.organizationRole]).toEqual(['o', 'p', 'owner']);
});

test('a second copy of the module shares the database, its queue and its guard', async () => {
  await newDatabase();
  vi.resetModules();
  const copy = await import('@/db/client');
  expect(copy.write).not.toBe(write);
  await copy.write((tx) =>
    tx.insert(demoMails).values({ id: '1', recipient: 'r', subject: 's', body: 'b', locale: 'en-US', sentAt: 1 }),
  );
  expect(await read((db) => db.$count(demoMails))).toBe(1);
  await expect(write(() => copy.read((db) => db.$count(demoMails)))).rejects.toMatchObject({
    name: 'TransactionMisuse',
  });
});
