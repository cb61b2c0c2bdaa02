import { findPreview, type Preview } from '@/db/previews';
import { findQuantityFacts } from '@/db/quantity-facts';
import { findReceiptOfKey, type Receipt } from '@/db/receipts';
import { listSubscriptionChoices, type Subscription, type SubscriptionChoice } from '@/db/subscriptions';
import { type Day, dayIn } from '@/lib/domain/days';
import { findStandingRefusal, type StandingRefusal } from '@/lib/domain/licenses';
import { decideWish, type QuantityDecision } from '@/lib/domain/quantity-decision';
import { type QuantityStepStates, stepsOfQuantityGuide } from '@/lib/domain/steps';
import type { SubscriptionFacts } from '@/lib/domain/subscription-facts';
import { nowAt } from '@/lib/server/clock';
import { mayOn, type Reader } from '@/lib/server/guard';
import { isAsShown } from '@/lib/server/quantity-change';

/** The app that is to be changed, and what this reader can do with it now. */
export type Chosen = {
  readonly subscription: Subscription;
  readonly facts: SubscriptionFacts;
  readonly today: Day;
  readonly mayChange: boolean;
  readonly refusal: StandingRefusal | undefined;
  /** What waits for a confirmation, when it is still exactly what was shown. */
  readonly reviewed: { readonly preview: Preview; readonly decision: QuantityDecision } | undefined;
  /** The effect of the key in the address, when it has had one: the reader went back. */
  readonly receipt: Receipt | undefined;
};

export type Situation = {
  readonly subscriptions: readonly SubscriptionChoice[];
  readonly chosen: Chosen | undefined;
  readonly states: QuantityStepStates;
};

/** How far a reader is with this task, from what is stored and never from what was clicked. */
export async function findSituation(
  reader: Reader,
  { app, previewKey }: { app: string | undefined; previewKey: string | undefined },
): Promise<Situation> {
  const subscriptions = await listSubscriptionChoices(reader.scope);
  const chosen = await findChosen(reader, app ?? onlyFit(subscriptions), previewKey);
  return { subscriptions, chosen, states: stepsOfQuantityGuide(situationOf(chosen)) };
}

/** One app, for the page that is its own; undefined when it is not the reader's. */
export async function findChosen(
  reader: Reader,
  app: string | undefined,
  previewKey: string | undefined,
): Promise<Chosen | undefined> {
  const found = app === undefined ? undefined : await findQuantityFacts(reader.scope, app);
  if (!found) return undefined;
  const { subscription, facts } = found;
  const now = nowAt();
  const today = dayIn(subscription.profile.timeZone, now);
  const preview = previewKey === undefined ? undefined : await findPreview(reader.scope, previewKey);
  const isOwnPreview = preview?.subscriptionId === subscription.id;
  const decision =
    preview && isOwnPreview && preview.expiresAt > now ? decideWish(facts, preview.wish, today) : undefined;
  const reviewed = preview && decision?.ok && isAsShown(preview, subscription, decision.value);
  return {
    subscription,
    facts,
    today,
    mayChange: mayOn(reader, 'subscription.increase', subscription.billingProfileId),
    refusal: findStandingRefusal(facts, today),
    reviewed: reviewed ? { preview, decision: decision.value } : undefined,
    receipt: preview && isOwnPreview ? await findReceiptOfKey(reader.scope, preview.key) : undefined,
  };
}

function situationOf(chosen: Chosen | undefined): Parameters<typeof stepsOfQuantityGuide>[0] {
  if (!chosen) return { at: 'nothing_chosen' };
  if (chosen.receipt) return { at: 'receipt_made' };
  if (chosen.reviewed) return { at: 'preview_stored' };
  if (chosen.refusal) return { at: 'subscription_chosen', refusal: chosen.refusal };
  return chosen.mayChange ? { at: 'subscription_chosen', refusal: undefined } : { at: 'permission_missing' };
}

/** With one app whose number can be changed there is nothing to choose. */
function onlyFit(subscriptions: readonly SubscriptionChoice[]): string | undefined {
  const fit = subscriptions.filter(({ state, plan }) => plan.pricing === 'per_license' && state.startsWith('active'));
  return fit.length === 1 ? fit[0]?.id : undefined;
}
