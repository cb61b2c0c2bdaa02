import { newId } from '@/db/ids';
import { replacePaymentMethod } from '@/db/organizations';
import type { PaymentMethodDraft } from '@/db/payment-methods';
import { JobScope } from '@/db/scope-mint';
import { addDays, type Day } from '@/lib/domain/days';
import type { QuantityWish } from '@/lib/domain/quantity-decision';
import { activateSubscription } from '@/lib/server/life/activate';
import { cancelAtEnd } from '@/lib/server/life/cancel-at-end';
import { purchaseSubscription } from '@/lib/server/life/purchase';
import { reportAssigned } from '@/lib/server/life/report-assigned';
import { quantityChange } from '@/lib/server/quantity-change';
import { commitTask, previewTask } from '@/lib/server/reviewed-task';
import { requireDone } from './done';
import { scopeOf } from './people';

/** Something that happens at a moment (epoch milliseconds). */
export type Happening = { readonly at: number; readonly happen: () => Promise<unknown> };

export type Bought = {
  readonly id: string;
  readonly planId: string;
  readonly billingProfileId: string;
  readonly by: string;
  readonly quantity: number | null;
};

const publisher = new JobScope('publisher');
const REVIEW_MS = 4 * 60_000;

/** A moment on a day, 'HH:MM' UTC. */
export function moment(day: Day, time: string): number {
  return Date.parse(`${day}T${time}:00Z`);
}

export function purchase(day: Day, { by, ...bought }: Bought): Happening {
  const now = moment(day, '07:40');
  return { at: now, happen: async () => requireDone(await purchaseSubscription(scopeOf(by), { ...bought, now })) };
}

/** Bought, set up at the publisher's the same day, and licenses assigned the next day. */
export function startOfUse(day: Day, bought: Bought, assignedQuantity = 0): Happening[] {
  const now = moment(day, '09:15');
  const subscriptionId = bought.id;
  const activation = async () => requireDone(await activateSubscription(publisher, { subscriptionId, now }));
  const start = [purchase(day, bought), { at: now, happen: activation }];
  return assignedQuantity > 0 ? [...start, assignment(addDays(day, 1), subscriptionId, assignedQuantity)] : start;
}

export function assignment(day: Day, subscriptionId: string, assignedQuantity: number): Happening {
  const now = moment(day, '08:05');
  const report = { subscriptionId, assignedQuantity, now };
  return { at: now, happen: async () => requireDone(await reportAssigned(publisher, report)) };
}

export function cancellation(day: Day, by: string, subscriptionId: string): Happening {
  const now = moment(day, '13:20');
  return { at: now, happen: async () => requireDone(await cancelAtEnd(scopeOf(by), { subscriptionId, now })) };
}

export function newCard(day: Day, billingProfileId: string, card: PaymentMethodDraft): Happening {
  const now = moment(day, '12:10');
  return {
    at: now,
    happen: async () => requireDone(await replacePaymentMethod(publisher, billingProfileId, card, now)),
  };
}

export function newQuantity(day: Day, by: string, subscriptionId: string, quantity: number): Happening {
  const at = moment(day, '10:30');
  const wish = { act: 'change', quantity, replacePlanned: false } as const;
  return { at, happen: () => reviewAndCommit(by, subscriptionId, wish, at) };
}

/** As on the page: what is shown for review is kept, and confirmed some minutes later. */
async function reviewAndCommit(by: string, subjectId: string, wish: QuantityWish, now: number) {
  const scope = scopeOf(by);
  const asked = { key: newId(), subjectId, wish };
  requireDone(await previewTask(scope, quantityChange, { ...asked, now: now - REVIEW_MS }));
  requireDone(await commitTask(scope, quantityChange, { ...asked, now }));
}
