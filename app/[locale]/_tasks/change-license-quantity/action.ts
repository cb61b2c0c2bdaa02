'use server';

import { z } from 'zod';
import { findBillingProfileId } from '@/db/subscriptions';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { QuantityWish, WishRefusal } from '@/lib/domain/quantity-decision';
import { parseQuantity, type QuantityInputRefusal } from '@/lib/domain/quantity-input';
import { permissionFor } from '@/lib/domain/subscription-states';
import { portalAction, type TaskAnswer } from '@/lib/server/action';
import type { Reader } from '@/lib/server/guard';
import { quantityChange } from '@/lib/server/quantity-change';
import { answerWithReceipt, answerWithReview } from '@/lib/server/reviewed-answer';

const id = z.string().max(64);
const request = {
  subscription: id,
  act: z.enum(['change', 'take_back', 'remove_planned_change']),
  quantity: z.string().max(40).default(''),
  replacePlanned: z.enum(['yes', 'no']).default('no'),
  key: z.uuid(),
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
};

type ReviewCode = QuantityInputRefusal | WishRefusal | 'not_found' | 'key_reused' | 'busy';

/** Asks what a change would mean: stores it for review and leads there. Nothing of the subscription changes. */
export const reviewLicenseQuantity = portalAction({
  permission: permissionFor('increase_charge_ok'),
  input: z.strictObject(request),
  find: findOwn,
  run: async ({ reader, input, place, now }): Promise<TaskAnswer<ReviewCode>> => {
    const wish = wishOf(input, place.locale);
    if (!wish.ok) return { errors: [{ field: 'quantity', code: wish.refusal }] };
    const asked = { key: input.key, subjectId: input.subscription, wish: wish.value, now };
    return answerWithReview(reader.scope, quantityChange, asked, {
      place,
      seen: input.version,
      field: input.act === 'change' ? 'quantity' : null,
    });
  },
});

/** Does what was reviewed. What can be asked again leads to a fresh review that says why. */
export const changeLicenseQuantity = portalAction({
  permission: permissionFor('increase_charge_ok'),
  input: z.strictObject(request),
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    const wish = wishOf(input, 'en-US');
    if (!wish.ok) return { errors: [{ field: null, code: 'key_reused' }] };
    const asked = { key: input.key, subjectId: input.subscription, wish: wish.value, now };
    return answerWithReceipt(reader.scope, quantityChange, asked, place);
  },
});

async function findOwn({ scope }: Reader, { subscription }: { subscription: string }) {
  const billingProfileId = await findBillingProfileId(scope, subscription);
  return billingProfileId === undefined ? undefined : { billingProfileId };
}

type Request = { act: QuantityWish['act']; quantity: string; replacePlanned: 'yes' | 'no' };

function wishOf(
  { act, quantity, replacePlanned }: Request,
  locale: string,
): Outcome<QuantityWish, QuantityInputRefusal> {
  const isReplacing = replacePlanned === 'yes';
  if (act === 'remove_planned_change') return accept({ act });
  if (act === 'take_back') return accept({ act, replacePlanned: isReplacing });
  const total = parseQuantity(quantity, locale);
  return total.ok ? accept({ act, quantity: total.value, replacePlanned: isReplacing }) : refuse(total.refusal);
}
