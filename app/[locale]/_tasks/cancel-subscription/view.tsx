import { getTranslations } from 'next-intl/server';
import type { TaskPlace } from '@/app/[locale]/_task/place';
import { viewReviewedApp } from '@/app/[locale]/_task/reviewed-app';
import type { TaskView } from '@/app/[locale]/_task/view';
import { listSubscriptionChoices } from '@/db/subscriptions';
import { stepsOfCancelGuide } from '@/lib/domain/cancellation-steps';
import type { Reader } from '@/lib/server/guard';
import { CancelControl } from './control';
import { Obstacle } from './obstacle';
import { CancelReview } from './review';
import { findChosen, listRunning, situationOf } from './situation';

/** Cancelling a subscription, step by step, for this reader. */
export async function viewCancelSubscription(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const t = await getTranslations('cancelSubscription');
  const subscriptions = place.record ? [] : listRunning(await listSubscriptionChoices(reader.scope));
  return viewReviewedApp(place, {
    subscriptions,
    onlyFit: subscriptions.length === 1 ? subscriptions[0]?.id : undefined,
    find: (app, preview) => findChosen(reader, app, preview),
    states: (chosen) => stepsOfCancelGuide(situationOf(chosen)),
    obstacle: (chosen, reason) => <Obstacle reader={reader} subscription={chosen.subscription} reason={reason} />,
    step: 'choose-when',
    chooseOther: t('chooseOther'),
    control: (chosen, form) => (chosen.mayCancel ? <CancelControl chosen={chosen} {...form} /> : null),
    review: (chosen, waiting, form) => <CancelReview reader={reader} chosen={chosen} waiting={waiting} {...form} />,
  });
}
