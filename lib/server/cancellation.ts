import { z } from 'zod';
import { findCancellationFacts } from '@/db/cancellation-facts';
import { saveCancellation } from '@/db/cancellations';
import { listReceiptRecipients } from '@/db/colleagues';
import type { OrgScope } from '@/db/scope';
import type { Subscription } from '@/db/subscriptions';
import {
  CANCEL_TIMES,
  type Cancellation,
  type CancelRefusal,
  type CancelTime,
  decideCancellation,
} from '@/lib/domain/cancellation';
import { type Day, dayIn } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { Asked, ReviewedTask } from './reviewed-task';

export type CancelWish = { readonly time: CancelTime };

/** What a wish means for a subscription as it is now. */
type DecidedCancellation = {
  readonly subscription: Subscription;
  readonly today: Day;
  readonly version: number;
  readonly shown: Cancellation;
};

type Refusal = CancelRefusal | 'not_found';
type SaveRefusal = 'busy' | 'key_reused';

/** Ends a subscription. Money that goes back to a card follows through the outbox, once the ending stands. */
export const cancellation: ReviewedTask<CancelWish, DecidedCancellation, Refusal, SaveRefusal> = {
  name: 'cancel-subscription',
  wish: z.strictObject({ time: z.enum(CANCEL_TIMES) }),
  decide,
  save,
};

async function decide(
  scope: OrgScope,
  { subjectId, wish, now }: Asked<CancelWish>,
): Promise<Outcome<DecidedCancellation, Refusal>> {
  const found = await findCancellationFacts(scope, subjectId);
  if (!found) return refuse('not_found');
  const { subscription, facts } = found;
  const today = dayIn(subscription.profile.timeZone, now);
  const decision = decideCancellation(facts, wish.time, { today, now });
  return decision.ok ? accept({ subscription, today, version: subscription.version, shown: decision.value }) : decision;
}

async function save(
  scope: OrgScope,
  { key, inputHash, now }: Asked<CancelWish> & { readonly inputHash: string },
  { subscription, shown: decision, today }: DecidedCancellation,
): Promise<Outcome<string, SaveRefusal> | 'stale'> {
  const recipients = await listReceiptRecipients(scope, subscription.billingProfileId);
  return saveCancellation(scope, { key, inputHash, subscription, decision, today, now, recipients });
}
