import { getTranslations } from 'next-intl/server';
import type { TaskPlace } from '@/app/[locale]/_task/place';
import { viewReviewedApp } from '@/app/[locale]/_task/reviewed-app';
import type { TaskView } from '@/app/[locale]/_task/view';
import { listSubscriptionChoices } from '@/db/subscriptions';
import { stepsOfMoveGuide } from '@/lib/domain/move-steps';
import type { Reader } from '@/lib/server/guard';
import { ProfileMoveControl } from './control';
import { Obstacle } from './obstacle';
import { ProfileMoveReview } from './review';
import { findChosen, situationOf } from './situation';

/** Which billing profile pays for an app, step by step, for this reader. */
export async function viewProfileMove(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const t = await getTranslations('changeBillingProfile');
  const subscriptions = place.record ? [] : await listSubscriptionChoices(reader.scope);
  return viewReviewedApp(place, {
    subscriptions,
    find: (app, preview) => findChosen(reader, app, preview),
    states: (chosen) => stepsOfMoveGuide(situationOf(chosen)),
    obstacle: (chosen, reason) => <Obstacle reader={reader} chosen={chosen} reason={reason} />,
    step: 'choose-billing-profile',
    chooseOther: t('chooseOther'),
    control: (chosen, form) =>
      chosen.mayMove && !chosen.obstacle && chosen.choices.length > 1 ? (
        <ProfileMoveControl reader={reader} chosen={chosen} {...form} />
      ) : null,
    review: (chosen, waiting, form) => (
      <ProfileMoveReview reader={reader} chosen={chosen} waiting={waiting} {...form} />
    ),
  });
}
