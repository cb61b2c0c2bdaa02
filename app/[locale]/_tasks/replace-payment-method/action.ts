'use server';

import { z } from 'zod';
import { returnAddress } from '@/app/[locale]/_task/return-address';
import { findPayingProfile } from '@/db/paying-profiles';
import type { MethodRefusal, MethodWish } from '@/lib/domain/payment-methods';
import { PAYMENT_ROLES } from '@/lib/domain/payment-methods';
import { settings } from '@/lib/env';
import { portalAction, type TaskAnswer } from '@/lib/server/action';
import type { Reader } from '@/lib/server/guard';
import { keepCardOfSetup, openCardSetup } from '@/lib/server/payment/card-setup';
import type { SetupRefusal } from '@/lib/server/payment/port';
import { methodChange } from '@/lib/server/payment-method-change';
import { answerWithReceipt, answerWithReview } from '@/lib/server/reviewed-answer';

const profile = z.string().max(64);
const change = {
  profile,
  act: z.enum(['use_card', 'use_backup', 'use_bank_transfer', 'remove_backup']),
  setup: z.string().max(64).default(''),
  key: z.uuid(),
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
};

/** Sends the reader to the payment provider's page for a card. Nothing of the profile changes. */
export const enterCard = portalAction({
  permission: 'profile.replace_payment_method',
  stepUp: true,
  input: z.strictObject({ profile, role: z.enum(PAYMENT_ROLES), key: z.uuid() }),
  find: findOwn,
  run: async ({ reader, input, subject, place, now }): Promise<TaskAnswer<SetupRefusal | SetupCode>> => {
    const opened = await openCardSetup(reader.scope, {
      ...returnAddress(settings().siteUrl, place, { name: 'setup', key: input.key }),
      key: input.key,
      profileId: input.profile,
      role: input.role,
      locale: place.locale,
      payer: `${reader.organization.name}, ${subject.profile.name}`,
      now,
    });
    return opened.ok ? { goTo: opened.value } : { errors: [{ field: null, code: opened.refusal }] };
  },
});

/** Asks what a change would mean: stores it for review and leads there. Nothing of the profile changes. */
export const reviewPaymentMethod = portalAction({
  permission: 'profile.replace_payment_method',
  stepUp: true,
  input: z.strictObject(change),
  find: findOwn,
  run: async ({ reader, input, place, now }): Promise<TaskAnswer<ReviewCode>> => {
    const { key, profile: subjectId, setup } = input;
    const wish = wishOf(input);
    if ('setup' in wish) {
      const kept = await keepCardOfSetup(reader.scope, { key: setup, profileId: subjectId, now });
      if (!kept.ok) return { errors: [{ field: null, code: kept.refusal }] };
    }
    const asked = { key, subjectId, wish, now };
    return answerWithReview(reader.scope, methodChange, asked, { place, seen: input.version, field: null });
  },
});

/** Does what was reviewed. What can be asked again leads to a fresh review that says why. */
export const replacePaymentMethod = portalAction({
  permission: 'profile.replace_payment_method',
  stepUp: true,
  input: z.strictObject(change),
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    const asked = { key: input.key, subjectId: input.profile, wish: wishOf(input), now };
    return answerWithReceipt(reader.scope, methodChange, asked, place);
  },
});

type SetupCode = 'key_reused' | 'setup_gone' | 'busy';
type ReviewCode = MethodRefusal | SetupRefusal | SetupCode | 'setup_open' | 'not_found';

async function findOwn({ scope }: Reader, { profile: id }: { profile: string }) {
  const found = await findPayingProfile(scope, id);
  return found && { billingProfileId: found.id, profile: found };
}

function wishOf({ act, setup }: { act: MethodWish['act']; setup: string }): MethodWish {
  return act === 'use_card' || act === 'use_backup' ? { act, setup } : { act };
}
