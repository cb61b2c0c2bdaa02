import { firstOf } from '@/app/[locale]/_frame/page-props';
import { chosenIn, type TaskPlace } from '@/app/[locale]/_task/place';
import { findNewestVisit } from '@/db/purchase-tokens';
import { findIdOfFulfilment, findSubscription, type SubscriptionChoice } from '@/db/subscriptions';
import { type PortalVisitStage, stageOfVisit } from '@/lib/domain/publisher-portal';
import { nowAt } from '@/lib/server/clock';
import { mayOn, type Reader } from '@/lib/server/guard';

/** The app whose portal is to be opened, and how far the reader's last visit there has come. */
export type Chosen = NonNullable<Awaited<ReturnType<typeof findChosen>>>;

/** The app that the place names, that the publisher's portal sends back with, or the only one that fits. */
export async function findApp(
  reader: Reader,
  place: TaskPlace,
  fits: readonly SubscriptionChoice[],
): Promise<string | undefined> {
  const named = chosenIn(place, 'app');
  if (named !== undefined) return named;
  const back = firstOf(place.query, 'back');
  if (back !== undefined) return findIdOfFulfilment(reader.scope, back);
  return fits.length === 1 ? fits[0]?.id : undefined;
}

/** Undefined when the app is not the reader's. */
export async function findChosen(reader: Reader, app: string, isBack: boolean) {
  const subscription = await findSubscription(reader.scope, app);
  if (!subscription) return undefined;
  const visit = await findNewestVisit(reader.scope, subscription.id);
  const stage: PortalVisitStage = stageOfVisit(visit, nowAt());
  return {
    subscription,
    mayOpen: mayOn(reader, 'publisher_portal.open', subscription.billingProfileId),
    visit: stage,
    visitedAt: visit?.createdAt,
    isBack,
    isFirstPeriod: subscription.periodStart === subscription.anchorOn,
  };
}
