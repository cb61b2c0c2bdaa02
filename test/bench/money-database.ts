import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, openDatabase, write } from '@/db/client';
import { newId } from '@/db/ids';
import { migrate } from '@/db/migrate';
import {
  billingProfileRoles,
  billingProfiles,
  memberships,
  organizations,
  paymentMethods,
  people,
  subscriptions,
} from '@/db/schema';
import { JobScope } from '@/db/scope-mint';
import { requireDone } from '@/lib/demo/seed/done';
import { saveMasterData } from '@/lib/demo/seed/master-data';

// The payment sandbox is there in demo mode only; given secrets keep a demo from writing them into the project.
process.env.STEGVIS_MODE = 'demo';
process.env.AUTH_SECRET = 'only-for-tests-abcdefghijklmnopqrstuvwxyz';
process.env.PAYMENT_PAGE_SECRET = 'only-for-tests-zyxwvutsrqponmlkjihgfedcba';

export const job = new JobScope('bench');

/** Runs work on a database of its own with the demo's apps in it, and removes it. Answers what the work answers. */
export async function inMoneyDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const url = `file:${join(folder, 'bench.db')}`;
  await migrate({ url });
  openDatabase({ url });
  try {
    await saveMasterData(job, '2026-11-01', 0);
    return await work(url);
  } finally {
    await closeDatabase();
    await rm(folder, { recursive: true });
  }
}

export type Settlement = 'card' | 'invoice';
export type Customers = {
  readonly count: number;
  readonly settlement: Settlement;
  /** Apps that each of them has in use, 10 licenses each, from 1 November to 1 December 2026. */
  readonly appsEach: number;
};

export type Customer = { readonly organizationId: string; readonly personId: string; readonly apps: readonly string[] };

/** Organizations with one owner, one profile and apps in use. */
export async function saveCustomers({ count, settlement, appsEach }: Customers): Promise<Customer[]> {
  const made: Customer[] = [];
  while (made.length < count) {
    const some = Array.from({ length: Math.min(50, count - made.length) }, newId);
    const apps = new Map(some.map((id) => [id, Array.from({ length: appsEach }, newId)]));
    requireDone(await write((tx) => insertCustomers(tx, apps, settlement)));
    made.push(...[...apps].map(([id, own]) => ({ organizationId: id, personId: `${id}-owner`, apps: own })));
  }
  return made;
}

type Transaction = Parameters<Parameters<typeof write>[0]>[0];

async function insertCustomers(tx: Transaction, apps: ReadonlyMap<string, readonly string[]>, settlement: Settlement) {
  const ids = [...apps.keys()];
  const createdAt = 0;
  const place = { country: 'SE', timeZone: 'Europe/Stockholm' };
  const owner = (id: string) => ({ personId: `${id}-owner`, role: 'owner' as const, createdAt });
  await tx.insert(organizations).values(ids.map((id) => ({ id, name: id, locale: 'sv-SE', ...place, createdAt })));
  await tx
    .insert(people)
    .values(ids.map((id) => ({ id: `${id}-owner`, name: 'Owner', email: `${id}@bench.example`, createdAt })));
  await tx.insert(memberships).values(ids.map((id) => ({ organizationId: id, ...owner(id) })));
  await tx.insert(billingProfiles).values(
    ids.map((id) => ({
      id,
      organizationId: id,
      name: 'Office',
      ...place,
      currency: 'SEK',
      documentLocale: 'sv-SE',
      settlement,
      createdAt,
    })),
  );
  await tx.insert(billingProfileRoles).values(ids.map((id) => ({ billingProfileId: id, ...owner(id) })));
  const card = { kind: 'card', token: 'tok_visa', brand: 'Visa', lastFour: '4242', expiryMonth: '2034-09' } as const;
  const method = settlement === 'card' ? card : ({ kind: 'bank_transfer' } as const);
  await tx
    .insert(paymentMethods)
    .values(ids.map((id) => ({ ...method, id: newId(), billingProfileId: id, role: 'primary' as const, createdAt })));
  await tx.insert(subscriptions).values(
    [...apps].flatMap(([organizationId, own]) =>
      own.map((id) => ({
        id,
        organizationId,
        billingProfileId: organizationId,
        planId: 'tallyworks-expenses-monthly',
        channel: 'direct' as const,
        state: 'active' as const,
        quantity: 10,
        unitAmountMinor: 4_900n,
        currency: 'SEK',
        policyVersion: '2026-11',
        purchasedAt: 0,
        anchorOn: '2026-11-01',
        periodStart: '2026-11-01',
        periodEnd: '2026-12-01',
        changedAt: 0,
      })),
    ),
  );
}
