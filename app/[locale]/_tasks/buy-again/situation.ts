import { previewIn, type TaskPlace } from '@/app/[locale]/_task/place';
import { listCountriesOf } from '@/db/offer-countries';
import { listPlanChoices, listProfileChoices } from '@/db/purchase-choices';
import { findSubscription, type SubscriptionChoice } from '@/db/subscriptions';
import { judgeAvailability } from '@/lib/domain/availability';
import type { BuyAgainObstacle, BuyAgainSituation } from '@/lib/domain/buy-again-steps';
import { buyAgain } from '@/lib/server/buy-again';
import { nowAt } from '@/lib/server/clock';
import { mayOn, type Reader } from '@/lib/server/guard';
import { findReviewed } from '@/lib/server/reviewed-task';
import { findTypedChoice, judgeChoice } from './choice';

/** The disabled app, what can be bought in its place by this reader, and what they have chosen. */
export type Chosen = NonNullable<Awaited<ReturnType<typeof findChosen>>>;

/** Undefined when the app is not the reader's. */
export async function findChosen(reader: Reader, app: string, place: TaskPlace) {
  const subscription = await findSubscription(reader.scope, app);
  if (!subscription) return undefined;
  const { id, offer, currency } = subscription;
  const plans = await listPlanChoices(reader.scope, offer.id, currency);
  const all = await listProfileChoices(reader.scope, currency);
  const profiles = all.filter((profile) => mayOn(reader, 'subscription.buy', profile.id));
  const typed = findTypedChoice(place);
  const key = previewIn(place);
  return {
    subscription,
    available: judgeAvailability(reader.organization.country, await listCountriesOf(reader.scope, offer.id)),
    plans,
    profiles,
    typed,
    judged: typed && judgeChoice(typed, plans, profiles, place.locale),
    ...(await findReviewed(reader.scope, buyAgain, { key, subjectId: id, now: nowAt() })),
  };
}

/** How far a reader has come with this task, from what is so and never from what was clicked. */
export function situationOf(chosen: Chosen | undefined): BuyAgainSituation {
  if (!chosen) return { at: 'nothing_chosen' };
  if (chosen.receipt) return { at: 'receipt_made' };
  const obstacle = obstacleOf(chosen);
  if (obstacle) return { at: 'subscription_chosen', obstacle };
  if (chosen.waiting) return { at: 'preview_stored' };
  return chosen.judged && 'plan' in chosen.judged
    ? { at: 'plan_chosen' }
    : { at: 'subscription_chosen', obstacle: undefined };
}

function obstacleOf({ subscription, available, plans, profiles }: Chosen): BuyAgainObstacle | undefined {
  if (subscription.state !== 'disabled') return 'subscription_not_disabled';
  if (subscription.replacedById !== null) return 'already_bought_again';
  if (!available.ok) return available.refusal;
  if (plans.length === 0) return 'not_sold';
  return profiles.length === 0 ? 'permission_missing' : undefined;
}

/** Apps that can be bought again. */
export function listDisabled(subscriptions: readonly SubscriptionChoice[]): SubscriptionChoice[] {
  return subscriptions.filter(({ state }) => state === 'disabled');
}
