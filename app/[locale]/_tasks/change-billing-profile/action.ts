'use server';

import { z } from 'zod';
import { findBillingProfileId } from '@/db/subscriptions';
import { permissionFor } from '@/lib/domain/subscription-states';
import { portalAction, type TaskAnswer } from '@/lib/server/action';
import type { Reader } from '@/lib/server/guard';
import { profileMove } from '@/lib/server/profile-move';
import { answerWithReceipt, answerWithReview } from '@/lib/server/reviewed-answer';

const id = z.string().max(64);
const request = {
  subscription: id,
  profile: id.default(''),
  key: z.uuid(),
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
};

const PROFILE_MISSING: TaskAnswer<'profile_missing'> = { errors: [{ field: 'profile', code: 'profile_missing' }] };

/** Asks what a move would mean: stores it for review and leads there. Nothing of the subscription changes. */
export const reviewBillingProfile = portalAction({
  permission: permissionFor('change_billing_profile'),
  input: z.strictObject(request),
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    if (input.profile === '') return PROFILE_MISSING;
    const asked = { key: input.key, subjectId: input.subscription, wish: wishOf(input), now };
    return answerWithReview(reader.scope, profileMove, asked, { place, seen: input.version, field: 'profile' });
  },
});

/** Does what was reviewed. What can be asked again leads to a fresh review that says why. */
export const changeBillingProfile = portalAction({
  permission: permissionFor('change_billing_profile'),
  input: z.strictObject(request),
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    if (input.profile === '') return PROFILE_MISSING;
    const asked = { key: input.key, subjectId: input.subscription, wish: wishOf(input), now };
    return answerWithReceipt(reader.scope, profileMove, asked, place);
  },
});

async function findOwn({ scope }: Reader, { subscription }: { subscription: string }) {
  const billingProfileId = await findBillingProfileId(scope, subscription);
  return billingProfileId === undefined ? undefined : { billingProfileId };
}

function wishOf({ profile }: { profile: string }) {
  return { billingProfileId: profile };
}
