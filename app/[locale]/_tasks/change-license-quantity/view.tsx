import { getTranslations } from 'next-intl/server';
import type { TaskPlace } from '@/app/[locale]/_task/place';
import { viewReviewedApp } from '@/app/[locale]/_task/reviewed-app';
import type { TaskView } from '@/app/[locale]/_task/view';
import { listSubscriptionChoices } from '@/db/subscriptions';
import { stepsOfQuantityGuide } from '@/lib/domain/quantity-steps';
import type { Reader } from '@/lib/server/guard';
import { QuantityControl } from './control';
import { Obstacle } from './obstacle';
import { QuantityReview } from './review';
import { findChosen, onlyFit, situationOf } from './situation';

/** The number of licenses, step by step, for this reader. */
export async function viewLicenseQuantity(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const t = await getTranslations('changeLicenseQuantity');
  const subscriptions = place.record ? [] : await listSubscriptionChoices(reader.scope);
  return viewReviewedApp(place, {
    subscriptions,
    onlyFit: onlyFit(subscriptions),
    find: (app, preview) => findChosen(reader, app, preview),
    states: (chosen) => stepsOfQuantityGuide(situationOf(chosen)),
    obstacle: (chosen, reason) => <Obstacle reader={reader} chosen={chosen} reason={reason} />,
    step: 'choose-quantity',
    chooseOther: t('chooseOther'),
    control: (chosen, form) => (chosen.mayChange ? <QuantityControl chosen={chosen} {...form} /> : null),
    review: (chosen, waiting, form) => <QuantityReview reader={reader} chosen={chosen} waiting={waiting} {...form} />,
  });
}
