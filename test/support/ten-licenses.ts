import type { OrgScope } from '@/db/scope';
import { scopeOf } from '@/lib/demo/seed/people';
import type { QuantityWish } from '@/lib/domain/quantity-decision';
import { quantityChange } from '@/lib/server/quantity-change';
import { commitTask } from '@/lib/server/reviewed-task';
import { at, type Buying, newDemoDatabase, review, startUsing } from './database';

export const subscriptionId = 'bought';
export const maja = scopeOf('maja-sandberg');
export const now = at('2026-11-22');

export function to(quantity: number, replacePlanned = false) {
  return { act: 'change', quantity, replacePlanned } as const;
}

export const takeBack = { act: 'take_back', replacePlanned: false } as const;
export const removePlanned = { act: 'remove_planned_change' } as const;

/** Ten licenses from 1 November to 1 December 2026, 129.00 kr each, in a database of this test's own. */
export async function tenLicenses(chosen: Partial<Buying> = {}): Promise<void> {
  await newDemoDatabase();
  await startUsing({ id: subscriptionId, on: '2026-11-01', ...chosen });
}

/** Reviewed and committed at the same moment. */
export async function change(wish: QuantityWish, on = now, scope = maja) {
  const key = await review(scope, subscriptionId, wish, on);
  return confirm(scope, { key, wish, now: on });
}

/** Confirms what was reviewed under a key. */
export function confirm(scope: OrgScope, asked: { key: string; wish: QuantityWish; now: number }) {
  return commitTask(scope, quantityChange, { ...asked, subjectId: subscriptionId });
}
