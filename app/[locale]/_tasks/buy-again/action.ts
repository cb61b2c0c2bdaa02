'use server';

import { z } from 'zod';
import { findProfileToBuyOn } from '@/db/purchase-choices';
import { permissionFor } from '@/lib/domain/subscription-states';
import { portalAction, type TaskAnswer } from '@/lib/server/action';
import type { BuyAgainRefusal } from '@/lib/server/buy-again';
import { buyAgain as task } from '@/lib/server/buy-again';
import type { Reader } from '@/lib/server/guard';
import { answerWithReceipt, answerWithReview } from '@/lib/server/reviewed-answer';

const id = z.string().max(64);
const number = z.string().regex(/^\d{1,9}$/);
const request = {
  subscription: id,
  plan: id,
  profile: id,
  /** In digits, as the page that checked it wrote it; empty for a flat plan. */
  quantity: z.union([number, z.literal('')]),
  key: z.uuid(),
  version: number.transform(Number),
};

type ReviewCode = BuyAgainRefusal | 'agreement_missing' | 'key_reused' | 'busy';

/** Takes the accepted agreement and asks what the purchase would mean: stores it for review. Nothing is bought yet. */
export const reviewBuyAgain = portalAction({
  permission: permissionFor('buy_again'),
  input: z.strictObject({ ...request, agreement: z.string().max(20).optional() }),
  find: findProfile,
  run: async ({ reader, input, place, now }): Promise<TaskAnswer<ReviewCode>> => {
    const { agreement } = input;
    if (agreement === undefined) return { errors: [{ field: 'agreement', code: 'agreement_missing' }] };
    const asked = { key: input.key, subjectId: input.subscription, wish: wishOf({ ...input, agreement }), now };
    return answerWithReview(reader.scope, task, asked, { place, seen: input.version, field: null });
  },
});

/** Buys what was reviewed, once. What can be asked again leads to a fresh review that says why. */
export const buyAgain = portalAction({
  permission: permissionFor('buy_again'),
  input: z.strictObject({ ...request, agreement: z.string().max(20) }),
  find: findProfile,
  run: async ({ reader, input, place, now }) => {
    const asked = { key: input.key, subjectId: input.subscription, wish: wishOf(input), now };
    return answerWithReceipt(reader.scope, task, asked, place);
  },
});

/** Both the profile that will pay and the app must be the organization's own. */
async function findProfile({ scope }: Reader, { subscription, profile }: { subscription: string; profile: string }) {
  const found = await findProfileToBuyOn(scope, subscription, profile);
  return found === undefined ? undefined : { billingProfileId: found };
}

type Request = { plan: string; profile: string; quantity: string; agreement: string };

function wishOf({ plan, profile, quantity, agreement }: Request) {
  return { planId: plan, billingProfileId: profile, quantity: quantity === '' ? null : Number(quantity), agreement };
}
