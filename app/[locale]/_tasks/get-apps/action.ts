'use server';

import { z } from 'zod';
import { findBillingProfile } from '@/db/billing-profiles';
import { findOrder } from '@/db/orders';
import { DECLINE_COMMENT_LENGTH, DECLINE_REASONS } from '@/lib/domain/orders';
import { portalAction, type TaskAnswer } from '@/lib/server/action';
import { declineOrder as decline } from '@/lib/server/decline-order';
import type { Reader } from '@/lib/server/guard';
import { appPurchase, type PurchaseTaskRefusal } from '@/lib/server/purchase';
import { answerWithReceipt, answerWithReview } from '@/lib/server/reviewed-answer';

const id = z.string().max(64);
const number = z.string().regex(/^\d{1,9}$/);
const request = {
  /** Empty for a purchase of the reader's own. */
  order: id,
  plan: id,
  profile: id,
  /** In digits, as the page that checked it wrote it; empty for a flat plan. */
  quantity: z.union([number, z.literal('')]),
  key: z.uuid(),
  version: number.transform(Number),
};

type ReviewCode = PurchaseTaskRefusal | 'agreement_missing' | 'key_reused' | 'busy';

/** Takes the accepted agreement and asks what the purchase would mean: stores it for review. Nothing is bought yet. */
export const reviewPurchase = portalAction({
  permission: 'subscription.buy',
  input: z.strictObject({ ...request, agreement: z.string().max(20).optional() }),
  find: findOwn,
  run: async ({ reader, input, place, now }): Promise<TaskAnswer<ReviewCode>> => {
    const { agreement } = input;
    if (agreement === undefined) return { errors: [{ field: 'agreement', code: 'agreement_missing' }] };
    const asked = { key: input.key, subjectId: input.plan, wish: wishOf({ ...input, agreement }), now };
    return answerWithReview(reader.scope, appPurchase, asked, { place, seen: input.version, field: null });
  },
});

/** Buys what was reviewed, once. What can be asked again leads to a fresh review that says why. */
export const buyApp = portalAction({
  permission: 'subscription.buy',
  input: z.strictObject({ ...request, agreement: z.string().max(20) }),
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    const asked = { key: input.key, subjectId: input.plan, wish: wishOf(input), now };
    return answerWithReceipt(reader.scope, appPurchase, asked, place);
  },
});

/** Declines a partner's order or a proposal, with a reason. */
export const declineOrder = portalAction({
  permission: 'subscription.buy',
  input: z.strictObject({
    order: id.min(1),
    profile: id,
    reason: z.enum(DECLINE_REASONS).optional(),
    comment: z.string().default(''),
    key: z.uuid(),
  }),
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    const comment = input.comment.replaceAll('\r\n', '\n').trim();
    if (input.reason === undefined) return { errors: [{ field: 'reason', code: 'reason_missing' }] };
    if (comment.length > DECLINE_COMMENT_LENGTH) return { errors: [{ field: 'comment', code: 'comment_too_long' }] };
    const { key, order: orderId, profile: billingProfileId, reason } = input;
    const wish = { key, orderId, billingProfileId, reason, comment: comment || null, now };
    const declined = await decline(reader.scope, wish);
    if (!declined.ok) return { errors: [{ field: null, code: declined.refusal }] };
    return { goTo: `/${place.locale}/receipts/${declined.value}` };
  },
});

/** Both the profile that would pay and the order, if one is answered, must be the organization's own. */
async function findOwn({ scope }: Reader, { order, profile }: { order: string; profile: string }) {
  if (order !== '' && !(await findOrder(scope, order))) return undefined;
  const found = await findBillingProfile(scope, profile);
  return found && { billingProfileId: found.id };
}

type Request = { order: string; plan: string; profile: string; quantity: string; agreement: string };

function wishOf({ order, plan, profile, quantity, agreement }: Request) {
  return {
    planId: plan,
    billingProfileId: profile,
    quantity: quantity === '' ? null : Number(quantity),
    agreement,
    orderId: order === '' ? null : order,
  };
}
