import { newId } from '@/db/ids';
import { replacePaymentMethod } from '@/db/organizations';
import type { PaymentMethodDraft } from '@/db/payment-methods';
import { JobScope } from '@/db/scope-mint';
import { AGREEMENT_VERSION } from '@/lib/domain/agreement';
import type { CancelTime } from '@/lib/domain/cancellation';
import { addDays, type Day } from '@/lib/domain/days';
import type { OrganizationRole } from '@/lib/domain/roles';
import { type BuyAgainWish, buyAgain } from '@/lib/server/buy-again';
import { cancellation } from '@/lib/server/cancellation';
import { keepSubscription } from '@/lib/server/keep-subscription';
import { activateSubscription } from '@/lib/server/life/activate';
import { purchaseSubscription } from '@/lib/server/life/purchase';
import { reportAssigned } from '@/lib/server/life/report-assigned';
import { quantityChange } from '@/lib/server/quantity-change';
import { commitTask, previewTask, type ReviewedTask } from '@/lib/server/reviewed-task';
import { inviteMember } from '@/lib/server/team/invite';
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

export function cancel(day: Day, by: string, subscriptionId: string, time: CancelTime = 'at_end'): Happening {
  const at = moment(day, '13:20');
  return { at, happen: () => reviewAndCommit(by, cancellation, subscriptionId, { time }, at) };
}

export function keep(day: Day, by: string, subscriptionId: string): Happening {
  const now = moment(day, '13:50');
  return {
    at: now,
    happen: async () => requireDone(await keepSubscription(scopeOf(by), { key: newId(), subscriptionId, now })),
  };
}

/** Bought anew for a disabled subscription, under an id that is made then. */
export function replacement(day: Day, subscriptionId: string, bought: Bought): Happening {
  const at = moment(day, '14:10');
  const { by, planId, billingProfileId, quantity } = bought;
  const wish: BuyAgainWish = { planId, billingProfileId, quantity, agreement: AGREEMENT_VERSION };
  return { at, happen: () => reviewAndCommit(by, buyAgain, subscriptionId, wish, at) };
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
  return { at, happen: () => reviewAndCommit(by, quantityChange, subscriptionId, wish, at) };
}

export function takeBack(day: Day, by: string, subscriptionId: string): Happening {
  const at = moment(day, '14:45');
  const wish = { act: 'take_back', replacePlanned: false } as const;
  return { at, happen: () => reviewAndCommit(by, quantityChange, subscriptionId, wish, at) };
}

export function invitation(day: Day, by: string, email: string, role: OrganizationRole): Happening {
  const now = moment(day, '11:45');
  const inviting = { key: newId(), email, role, now };
  return { at: now, happen: async () => requireDone(await inviteMember(scopeOf(by), inviting)) };
}

/** As on the page: what is shown for review is kept, and confirmed some minutes later. */
async function reviewAndCommit<Wish, Decision extends { shown: unknown; version: number }>(
  by: string,
  task: ReviewedTask<Wish, Decision, string, string>,
  subjectId: string,
  wish: Wish,
  now: number,
) {
  const scope = scopeOf(by);
  const asked = { key: newId(), subjectId, wish };
  requireDone(await previewTask(scope, task, { ...asked, now: now - REVIEW_MS }));
  requireDone(await commitTask(scope, task, { ...asked, now }));
}
