import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { closeDatabase, openDatabase, read, write } from '@/db/client';
import { newId } from '@/db/ids';
import { auditEntries, charges, demoMails, plannedChanges, receipts, subscriptions } from '@/db/schema';
import { JobScope } from '@/db/scope-mint';
import { newQuantity } from '@/lib/demo/seed/happenings';
import { scopeOf } from '@/lib/demo/seed/people';
import { addDays, type Day } from '@/lib/domain/days';
import type { Outcome } from '@/lib/domain/outcome';
import { cancellation } from '@/lib/server/cancellation';
import { activateSubscription } from '@/lib/server/life/activate';
import { purchaseSubscription } from '@/lib/server/life/purchase';
import { reportAssigned } from '@/lib/server/life/report-assigned';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import type { Site } from './site';

// The payment sandbox is there in demo mode only; given secrets keep a demo from writing them into the project.
process.env.STEGVIS_MODE = 'demo';
process.env.AUTH_SECRET = 'only-for-tests-abcdefghijklmnopqrstuvwxyz';
process.env.PAYMENT_PAGE_SECRET = 'only-for-tests-zyxwvutsrqponmlkjihgfedcba';

const publisher = new JobScope('publisher');

type Buying = {
  readonly by?: string;
  readonly planId?: string;
  readonly billingProfileId?: string;
  readonly quantity?: number;
  readonly assignedQuantity?: number;
  readonly daysAgo?: number;
};

/** Opens the site's own database file for this piece of work and closes it after. */
export async function inDatabaseOf<T>({ dataFolder }: Site, work: () => Promise<T>): Promise<T> {
  openDatabase({ url: `file:${join(dataFolder, 'stegvis.db')}` });
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}

/** A subscription of this test's own: Tallyworks Pro at Nordlys, 10 licenses, 7 of them assigned. Answers its id. */
export async function newSubscription(site: Site, chosen: Buying = {}): Promise<string> {
  const { by = 'maja-sandberg', assignedQuantity = 7, daysAgo = 12, ...bought } = chosen;
  const usual = { planId: 'tallyworks-pro-monthly', billingProfileId: 'nordlys-office', quantity: 10 };
  const id = newId();
  const now = Date.parse(`${someDaysAgo(daysAgo)}T10:00:00Z`);
  return inDatabaseOf(site, async () => {
    requireDone(await purchaseSubscription(scopeOf(by), { ...usual, ...bought, id, now }));
    requireDone(await activateSubscription(publisher, { subscriptionId: id, now }));
    requireDone(await reportAssigned(publisher, { subscriptionId: id, assignedQuantity, now }));
    return id;
  });
}

/** A new total, reviewed and confirmed some days ago, in the morning. */
export function changeEarlier(site: Site, id: string, by: string, quantity: number, daysAgo: number) {
  return inDatabaseOf(site, () => newQuantity(someDaysAgo(daysAgo), by, id, quantity).happen());
}

/** The subscription ends with its period. */
export function endWithPeriod(site: Site, subscriptionId: string, by: string) {
  const asked = { key: newId(), subjectId: subscriptionId, wish: { time: 'at_end' }, now: Date.now() } as const;
  return inDatabaseOf(site, async () => {
    requireDone(await previewTask(scopeOf(by), cancellation, asked));
    requireDone(await commitTask(scopeOf(by), cancellation, asked));
  });
}

/** Bills the subscription to another profile of the same currency from now on. */
export function moveToProfile(site: Site, id: string, billingProfileId: string) {
  return inDatabaseOf(site, async () =>
    requireDone(
      await write((tx) => tx.update(subscriptions).set({ billingProfileId }).where(eq(subscriptions.id, id))),
    ),
  );
}

/** What the database knows of a subscription: equal before and after exactly when nothing was done. */
export function factsOf(site: Site, id: string) {
  return inDatabaseOf(site, () =>
    read(async (db) => {
      const [subscription] = await db.select().from(subscriptions).where(eq(subscriptions.id, id));
      if (!subscription) throw new Error(`no subscription ${id}`);
      const planned = await db.select().from(plannedChanges).where(eq(plannedChanges.subscriptionId, id));
      const made = await db.select().from(receipts).where(eq(receipts.subscriptionId, id));
      const told = await db.select().from(auditEntries).where(eq(auditEntries.subscriptionId, id));
      const paid = await db
        .select()
        .from(charges)
        .where(and(eq(charges.subscriptionId, id), eq(charges.outcome, 'succeeded')));
      return { subscription, planned, receipts: made, acts: told.map(({ act }) => act), paid };
    }),
  );
}

/** How often an act stands in the subscription's audit. */
export async function countActs(site: Site, id: string, act: string): Promise<number> {
  const { acts } = await factsOf(site, id);
  return acts.filter((each) => each === act).length;
}

/** The messages whose subject names the reference. */
export function listMailsAbout(site: Site, reference: string) {
  return inDatabaseOf(site, async () => {
    const all = await read((db) => db.select().from(demoMails));
    return all.filter(({ subject }) => subject.includes(reference));
  });
}

/** A receipt of a change that the demo made to one of its own subscriptions. */
export async function findSeededReceipt(site: Site, id: string): Promise<string> {
  const [receipt] = (await factsOf(site, id)).receipts;
  if (!receipt) throw new Error(`nothing was changed of ${id}`);
  return receipt.id;
}

/** The running period of a subscription. */
export async function periodOf(site: Site, id: string): Promise<{ start: Day; end: Day }> {
  const { periodStart, periodEnd } = (await factsOf(site, id)).subscription;
  if (periodStart === null || periodEnd === null) throw new Error(`${id} has no period`);
  return { start: periodStart, end: periodEnd };
}

function someDaysAgo(days: number): Day {
  return addDays(new Date().toISOString().slice(0, 10), -days);
}

function requireDone<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`);
  return outcome.value;
}
