'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { findBillingProfileId } from '@/db/subscriptions';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { QuantityWish } from '@/lib/domain/quantity-decision';
import { parseQuantity, type QuantityInputRefusal } from '@/lib/domain/quantity-input';
import { portalAction } from '@/lib/server/action';
import type { Reader } from '@/lib/server/guard';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { commitQuantityChange } from '@/lib/server/quantity-change';
import { previewQuantityChange } from '@/lib/server/quantity-preview';
import { reviewPath } from './review-path';

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

/** Asks what a change would mean: stores it for review and leads there. Nothing of the subscription changes. */
export const reviewLicenseQuantity = portalAction({
  permission: 'subscription.increase',
  input: z.strictObject(request),
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    const wish = wishOf(input, place.locale);
    if (!wish.ok) return { errors: [{ field: 'quantity', code: wish.refusal }] };
    const { key, version, subscription } = input;
    const preview = await previewQuantityChange(reader.scope, {
      key,
      subscriptionId: subscription,
      wish: wish.value,
      now,
    });
    if (!preview.ok) return { errors: [{ field: fieldOf(wish.value), code: preview.refusal }] };
    const isFresh = preview.value.subscriptionVersion === version;
    return { goTo: reviewPath(place, preview.value.key, isFresh ? undefined : 'changed_meanwhile') };
  },
});

/** Does what was reviewed. What can be asked again leads to a fresh review that says why. */
export const changeLicenseQuantity = portalAction({
  permission: 'subscription.increase',
  input: z.strictObject(request),
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    const wish = wishOf(input, 'en-US');
    if (!wish.ok) return { errors: [{ field: null, code: 'key_reused' }] };
    const asked = { subscriptionId: input.subscription, wish: wish.value, now };
    const done = await commitQuantityChange(reader.scope, { ...asked, key: input.key });
    if (done.ok) {
      after(drainOutbox);
      return { goTo: `/${place.locale}/receipts/${done.value}` };
    }
    const { refusal } = done;
    if (refusal !== 'preview_differs' && refusal !== 'preview_gone' && refusal !== 'payment_declined') {
      return { errors: [{ field: null, code: refusal }] };
    }
    const again = await previewQuantityChange(reader.scope, { ...asked, key: crypto.randomUUID() });
    if (!again.ok) return { errors: [{ field: null, code: again.refusal }] };
    return { goTo: reviewPath(place, again.value.key, refusal) };
  },
});

async function findOwn({ scope }: Reader, { subscription }: { subscription: string }) {
  const billingProfileId = await findBillingProfileId(scope, subscription);
  return billingProfileId === undefined ? undefined : { billingProfileId };
}

type Asked = { act: QuantityWish['act']; quantity: string; replacePlanned: 'yes' | 'no' };

function wishOf({ act, quantity, replacePlanned }: Asked, locale: string): Outcome<QuantityWish, QuantityInputRefusal> {
  const isReplacing = replacePlanned === 'yes';
  if (act === 'remove_planned_change') return accept({ act });
  if (act === 'take_back') return accept({ act, replacePlanned: isReplacing });
  const total = parseQuantity(quantity, locale);
  return total.ok ? accept({ act, quantity: total.value, replacePlanned: isReplacing }) : refuse(total.refusal);
}

function fieldOf({ act }: QuantityWish): 'quantity' | null {
  return act === 'change' ? 'quantity' : null;
}
