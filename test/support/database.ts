import { getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { vi } from 'vitest';
import { read } from '@/db/client';
import { newId } from '@/db/ids';
import * as schema from '@/db/schema';
import type { OrgScope } from '@/db/scope';
import { JobScope } from '@/db/scope-mint';
import { findSubscriptionForJob } from '@/db/subscriptions';
import { saveMasterData } from '@/lib/demo/seed/master-data';
import { scopeOf } from '@/lib/demo/seed/people';
import type { CancelTime } from '@/lib/domain/cancellation';
import type { Day } from '@/lib/domain/days';
import type { Outcome } from '@/lib/domain/outcome';
import type { QuantityWish } from '@/lib/domain/quantity-decision';
import { cancellation } from '@/lib/server/cancellation';
import { activateSubscription } from '@/lib/server/life/activate';
import { purchaseSubscription } from '@/lib/server/life/purchase';
import { quantityChange } from '@/lib/server/quantity-change';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import { newDatabase } from './stress-folder';

// The payment sandbox is there in demo mode only; given secrets keep a demo from writing them into the project.
vi.stubEnv('STEGVIS_MODE', 'demo');
vi.stubEnv('AUTH_SECRET', 'only-for-tests-abcdefghijklmnopqrstuvwxyz');
vi.stubEnv('PAYMENT_PAGE_SECRET', 'only-for-tests-zyxwvutsrqponmlkjihgfedcba');

export const job = new JobScope('test');

export function at(day: Day, time = '10:00'): number {
  return Date.parse(`${day}T${time}:00Z`);
}

/** A new database of this test's own with the demo's organizations, people, profiles and offers, and nothing bought. Answers its URL. */
export async function newDemoDatabase(): Promise<string> {
  const url = await newDatabase();
  await saveMasterData(job, '2026-11-22', at('2026-01-01'));
  return url;
}

export type Buying = {
  readonly id: string;
  readonly by?: string;
  readonly planId?: string;
  readonly billingProfileId?: string;
  readonly quantity?: number | null;
  readonly on: Day;
};

export function buy({ id, by = 'maja-sandberg', on, ...chosen }: Buying) {
  const usual = { planId: 'tallyworks-pro-monthly', billingProfileId: 'nordlys-office', quantity: 10 };
  return purchaseSubscription(scopeOf(by), { ...usual, ...chosen, id, now: at(on) });
}

/** Bought and activated on the same day. */
export async function startUsing(buying: Buying): Promise<void> {
  requireAccepted(await buy(buying));
  requireAccepted(await activateSubscription(job, { subscriptionId: buying.id, now: at(buying.on) }));
}

/** What is shown for review, kept as the page keeps it, for an hour. Answers its key. */
export async function review(scope: OrgScope, subjectId: string, wish: QuantityWish, now: number) {
  return requireAccepted(await previewTask(scope, quantityChange, { key: newId(), subjectId, wish, now })).key;
}

/** Reviewed and cancelled at the same moment, as on the page. */
export async function cancel(scope: OrgScope, subjectId: string, now: number, time: CancelTime = 'at_end') {
  const asked = { key: newId(), subjectId, wish: { time }, now };
  const reviewed = await previewTask(scope, cancellation, asked);
  return reviewed.ok ? commitTask(scope, cancellation, asked) : reviewed;
}

export async function subscriptionNow(id: string) {
  const found = await findSubscriptionForJob(job, id);
  if (!found) throw new Error(`no subscription ${id}`);
  return found;
}

/** What was done, in order, as the audit tells it. */
export async function listActs(): Promise<string[]> {
  const rows = await read((db) => db.query.auditEntries.findMany({ orderBy: schema.auditEntries.sequence }));
  return rows.map(({ act }) => act);
}

/** Every row of every table: two are equal when nothing at all was changed between them. */
export async function everything(): Promise<Record<string, unknown[]>> {
  const tables = Object.values(schema).filter((table) => is(table, SQLiteTable));
  const rows = tables.map(async (table) => [getTableName(table), await read((db) => db.select().from(table))]);
  return Object.fromEntries(await Promise.all(rows));
}

export function requireAccepted<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`);
  return outcome.value;
}
