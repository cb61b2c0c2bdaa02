import { getTranslations } from 'next-intl/server';
import type { TaskPlace } from '@/app/[locale]/_task/place';
import { viewReviewedApp } from '@/app/[locale]/_task/reviewed-app';
import type { TaskView } from '@/app/[locale]/_task/view';
import { listSubscriptionChoices } from '@/db/subscriptions';
import { stepsOfPlanGuide } from '@/lib/domain/plan-steps';
import type { Reader } from '@/lib/server/guard';
import { PlanControl } from './control';
import { Obstacle } from './obstacle';
import { PlanReview } from './review';
import { findChosen, situationOf } from './situation';

/** The plan of an app, step by step, for this reader. */
export async function viewPlanChange(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const t = await getTranslations('changePlan');
  const subscriptions = place.record ? [] : await listSubscriptionChoices(reader.scope);
  return viewReviewedApp(place, {
    subscriptions,
    find: (app, preview) => findChosen(reader, app, preview),
    states: (chosen) => stepsOfPlanGuide(situationOf(chosen)),
    obstacle: (chosen, reason) => <Obstacle reader={reader} chosen={chosen} reason={reason} />,
    step: 'choose-plan',
    chooseOther: t('chooseOther'),
    control: (chosen, form) => (chosen.mayChange ? <PlanControl chosen={chosen} {...form} /> : null),
    review: (chosen, waiting, form) => <PlanReview reader={reader} chosen={chosen} waiting={waiting} {...form} />,
  });
}
