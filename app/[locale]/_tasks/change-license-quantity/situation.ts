import { findQuantityFacts } from '@/db/quantity-facts';
import type { SubscriptionChoice } from '@/db/subscriptions';
import { dayIn } from '@/lib/domain/days';
import { findStandingRefusal } from '@/lib/domain/licenses';
import type { QuantitySituation } from '@/lib/domain/quantity-steps';
import { nowAt } from '@/lib/server/clock';
import { mayOn, type Reader } from '@/lib/server/guard';
import { quantityChange } from '@/lib/server/quantity-change';
import { findReviewed } from '@/lib/server/reviewed-task';

/** The app that is to be changed, and what this reader can do with it now. */
export type Chosen = NonNullable<Awaited<ReturnType<typeof findChosen>>>;

/** Undefined when the app is not the reader's. */
export async function findChosen(reader: Reader, app: string, previewKey: string | undefined) {
  const found = await findQuantityFacts(reader.scope, app);
  if (!found) return undefined;
  const { subscription, facts } = found;
  const now = nowAt();
  const today = dayIn(subscription.profile.timeZone, now);
  return {
    subscription,
    facts,
    today,
    mayChange: mayOn(reader, 'subscription.increase', subscription.billingProfileId),
    refusal: findStandingRefusal(facts, today),
    ...(await findReviewed(reader.scope, quantityChange, { key: previewKey, subjectId: subscription.id, now })),
  };
}

/** How far a reader is with this task, from what is stored and never from what was clicked. */
export function situationOf(chosen: Chosen | undefined): QuantitySituation {
  if (!chosen) return { at: 'nothing_chosen' };
  if (chosen.receipt) return { at: 'receipt_made' };
  if (chosen.waiting) return { at: 'preview_stored' };
  if (chosen.refusal) return { at: 'subscription_chosen', refusal: chosen.refusal };
  return chosen.mayChange ? { at: 'subscription_chosen', refusal: undefined } : { at: 'permission_missing' };
}

/** With one app whose number can be changed there is nothing to choose. */
export function onlyFit(subscriptions: readonly SubscriptionChoice[]): string | undefined {
  const fit = subscriptions.filter(({ state, plan }) => plan.pricing === 'per_license' && state.startsWith('active'));
  return fit.length === 1 ? fit[0]?.id : undefined;
}
