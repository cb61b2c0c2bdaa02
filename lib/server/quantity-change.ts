import { z } from 'zod';
import { saveQuantityChange } from '@/db/quantity-changes';
import { findQuantityFacts } from '@/db/quantity-facts';
import type { OrgScope } from '@/db/scope';
import type { Subscription } from '@/db/subscriptions';
import { type Day, dayIn } from '@/lib/domain/days';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { decideWish, type QuantityDecision, type QuantityWish, type WishRefusal } from '@/lib/domain/quantity-decision';
import type { SubscriptionFacts } from '@/lib/domain/subscription-facts';
import { type MoneyRefusal, saveCharged } from './payment/save-charged';
import type { Asked, ReviewedTask } from './reviewed-task';

const wish: z.ZodType<QuantityWish> = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('change'), quantity: z.number().int(), replacePlanned: z.boolean() }),
  z.strictObject({ act: z.literal('take_back'), replacePlanned: z.boolean() }),
  z.strictObject({ act: z.literal('remove_planned_change') }),
]);

/** What a wish means for a subscription as it is now. */
type DecidedQuantity = {
  readonly subscription: Subscription;
  readonly facts: SubscriptionFacts;
  readonly today: Day;
  readonly version: number;
  readonly shown: QuantityDecision;
};

type SaveRefusal = MoneyRefusal | 'key_reused';

/** On a card the money comes first; a change that turns out stale after that is refunded. */
export const quantityChange: ReviewedTask<QuantityWish, DecidedQuantity, WishRefusal | 'not_found', SaveRefusal> = {
  name: 'change-license-quantity',
  wish,
  decide,
  save,
};

async function decide(
  scope: OrgScope,
  { subjectId, wish: asked, now }: Asked<QuantityWish>,
): Promise<Outcome<DecidedQuantity, WishRefusal | 'not_found'>> {
  const found = await findQuantityFacts(scope, subjectId);
  if (!found) return refuse('not_found');
  const today = dayIn(found.subscription.profile.timeZone, now);
  const decision = decideWish(found.facts, asked, today);
  return decision.ok
    ? accept({ ...found, today, version: found.subscription.version, shown: decision.value })
    : decision;
}

async function save(
  scope: OrgScope,
  { key, inputHash, now }: Asked<QuantityWish> & { readonly inputHash: string },
  { subscription, shown: decision, today }: DecidedQuantity,
): Promise<Outcome<string, SaveRefusal> | 'stale'> {
  const amountMinor =
    decision.act === 'increase' ? decision.quote.charge.totalMinor - decision.quote.fromCreditMinor : 0n;
  return saveCharged(scope, { key, subscription, amountMinor, now }, (paid) =>
    saveQuantityChange(scope, { key, inputHash, decision, today, now, ...paid }),
  );
}
