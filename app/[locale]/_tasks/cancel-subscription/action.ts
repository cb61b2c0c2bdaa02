'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { findOwnCancellation, saveCancellationReason } from '@/db/cancellation-reasons';
import { findBillingProfileId } from '@/db/subscriptions';
import { CANCEL_COMMENT_LENGTH, CANCEL_REASONS, CANCEL_TIMES } from '@/lib/domain/cancellation';
import { permissionFor } from '@/lib/domain/subscription-states';
import { portalAction } from '@/lib/server/action';
import { cancellation } from '@/lib/server/cancellation';
import type { Reader } from '@/lib/server/guard';
import { drainOutbox } from '@/lib/server/jobs/outbox';
import { keepSubscription as keep } from '@/lib/server/keep-subscription';
import { answerWithReceipt, answerWithReview } from '@/lib/server/reviewed-answer';

const id = z.string().max(64);
const key = z.uuid();
const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const request = z.strictObject({ subscription: id, time: z.enum(CANCEL_TIMES), key, version });

/** Asks what an ending would mean: stores it for review and leads there. Nothing of the subscription changes. */
export const reviewCancellation = portalAction({
  permission: permissionFor('cancel_at_end'),
  stepUp: true,
  input: request,
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    const asked = { key: input.key, subjectId: input.subscription, wish: { time: input.time }, now };
    return answerWithReview(reader.scope, cancellation, asked, { place, seen: input.version, field: null });
  },
});

/** Ends the subscription as it was reviewed. What can be asked again leads to a fresh review that says why. */
export const cancelSubscription = portalAction({
  permission: permissionFor('cancel_at_end'),
  stepUp: true,
  input: request,
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    const asked = { key: input.key, subjectId: input.subscription, wish: { time: input.time }, now };
    return answerWithReceipt(reader.scope, cancellation, asked, place);
  },
});

/** Takes a cancellation at the end of the period back. */
export const keepSubscription = portalAction({
  permission: permissionFor('undo_cancel'),
  input: z.strictObject({ subscription: id, key }),
  find: findOwn,
  run: async ({ reader, input, place, now }) => {
    const kept = await keep(reader.scope, { key: input.key, subscriptionId: input.subscription, now });
    if (!kept.ok) return { errors: [{ field: null, code: kept.refusal }] };
    after(drainOutbox);
    return { goTo: `/${place.locale}/receipts/${kept.value}` };
  },
});

const explanation = {
  receipt: id,
  reason: z.enum(CANCEL_REASONS).optional(),
  comment: z.string().default(''),
  key,
};

/** Keeps why somebody cancelled, after they have: on their receipt, once. */
export const explainCancellation = portalAction({
  permission: 'subscription.cancel',
  input: z.strictObject(explanation),
  find: ({ scope }, { receipt }) => findOwnCancellation(scope, receipt),
  run: async ({ reader, input, subject, place, now }) => {
    const comment = input.comment.replaceAll('\r\n', '\n').trim();
    const reason = input.reason ?? null;
    if (comment.length > CANCEL_COMMENT_LENGTH) return { errors: [{ field: 'comment', code: 'comment_too_long' }] };
    if (reason === null && comment === '') return { errors: [{ field: 'reason', code: 'nothing_said' }] };
    const saved = await saveCancellationReason(reader.scope, subject.id, { reason, comment: comment || null }, now);
    if (!saved.ok) return { errors: [{ field: null, code: saved.refusal }] };
    return { goTo: `/${place.locale}/receipts/${input.receipt}#why` };
  },
});

async function findOwn({ scope }: Reader, { subscription }: { subscription: string }) {
  const billingProfileId = await findBillingProfileId(scope, subscription);
  return billingProfileId === undefined ? undefined : { billingProfileId };
}
