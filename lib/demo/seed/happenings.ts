import { newId } from '@/db/ids';
import { type PaymentMethodDraft, replacePaymentMethod } from '@/db/organizations';
import { savePreview } from '@/db/previews';
import { findQuantityFacts } from '@/db/quantity-facts';
import { JobScope } from '@/db/scope-mint';
import { addDays, type Day, dayIn } from '@/lib/domain/days';
import { canonicalDecision, decideWish, type QuantityWish } from '@/lib/domain/quantity-decision';
import { activateSubscription } from '@/lib/server/life/activate';
import { cancelAtEnd } from '@/lib/server/life/cancel-at-end';
import { purchaseSubscription } from '@/lib/server/life/purchase';
import { reportAssigned } from '@/lib/server/life/report-assigned';
import { commitQuantityChange } from '@/lib/server/quantity-change';
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

export function quantityChange(day: Day, by: string, subscriptionId: string, quantity: number): Happening {
  const at = moment(day, '10:30');
  const wish = { act: 'change', quantity, replacePlanned: false } as const;
  return { at, happen: () => reviewAndCommit(by, subscriptionId, wish, at) };
}

export function takeBack(day: Day, by: string, subscriptionId: string): Happening {
  const at = moment(day, '14:45');
  return { at, happen: () => reviewAndCommit(by, subscriptionId, { act: 'take_back', replacePlanned: false }, at) };
}

/** As on the page: what is shown for review is kept, and confirmed some minutes later. */
async function reviewAndCommit(by: string, subscriptionId: string, wish: QuantityWish, now: number) {
  const reviewedAt = now - REVIEW_MS;
  const scope = scopeOf(by);
  const found = await findQuantityFacts(scope, subscriptionId);
  if (!found) throw new Error(`${by} has no ${subscriptionId}`);
  const { subscription, facts } = found;
  const decision = requireDone(decideWish(facts, wish, dayIn(subscription.profile.timeZone, reviewedAt)));
  const key = newId();
  const shown = canonicalDecision(decision);
  const subscriptionVersion = subscription.version;
  const preview = { key, subscriptionId, wish, shown, subscriptionVersion, expiresAt: now + REVIEW_MS };
  requireDone(await savePreview(scope, preview, reviewedAt));
  requireDone(await commitQuantityChange(scope, { key, subscriptionId, wish, now }));
}
