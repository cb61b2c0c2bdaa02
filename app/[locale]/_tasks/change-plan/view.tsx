import { useTranslations } from 'next-intl';
import { firstOf } from '@/app/[locale]/_frame/page-props';
import { AppContext, AppLine, AppList, AppPicker } from '@/app/[locale]/_task/app-context';
import { addressOf, chosenIn, previewIn, type TaskPlace } from '@/app/[locale]/_task/place';
import { ReceiptLink } from '@/app/[locale]/_task/receipt-link';
import { findTyped } from '@/app/[locale]/_task/typed';
import type { TaskView } from '@/app/[locale]/_task/view';
import { listSubscriptionChoices } from '@/db/subscriptions';
import { stepsOfPlanGuide } from '@/lib/domain/plan-steps';
import { requirePolicy } from '@/lib/domain/policies';
import type { Reader } from '@/lib/server/guard';
import { PlanControl } from './control';
import { Obstacle } from './obstacle';
import { PlanReview } from './review';
import { findChosen, situationOf } from './situation';

/** The plan of an app, step by step, for this reader. */
export async function viewPlanChange(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const subscriptions = place.record ? [] : await listSubscriptionChoices(reader.scope);
  const app = chosenIn(place, 'app');
  const preview = previewIn(place);
  const chosen = app === undefined ? undefined : await findChosen(reader, app, preview);
  const subscription = chosen?.subscription;
  const here = addressOf(place, { app: subscription?.id }, preview);
  const back = addressOf(place, { app: subscription?.id });
  const typed = await findTyped(firstOf(place.query, 'kept'));
  return {
    context: <AppContext subscription={subscription} />,
    contextEnd: <AppPicker subscriptions={subscriptions} chosenId={subscription?.id} path={place.path} />,
    states: stepsOfPlanGuide(situationOf(chosen)),
    reasonText: (reason) => chosen && <Obstacle reader={reader} chosen={chosen} reason={reason} />,
    slips: {
      'find-app': subscription ? (
        <AppLine subscription={subscription} />
      ) : (
        <AppList subscriptions={subscriptions} path={place.path} step="choose-plan" />
      ),
      'choose-plan':
        chosen &&
        (chosen.waiting || chosen.receipt ? (
          <Another back={back} />
        ) : chosen.mayChange ? (
          <PlanControl chosen={chosen} here={back} typed={typed} />
        ) : null),
      review: chosen?.waiting && (
        <PlanReview reader={reader} chosen={chosen} waiting={chosen.waiting} here={here} back={`${back}#choose-plan`} />
      ),
      confirm: chosen?.receipt && <ReceiptLink id={chosen.receipt.id} reference={chosen.receipt.reference} />,
    },
    ...(subscription ? { policy: requirePolicy(subscription.policyVersion) } : {}),
  };
}

function Another({ back }: { back: string }) {
  const t = useTranslations('changePlan');
  return (
    <p>
      <a href={`${back}#choose-plan`}>{t('chooseOther')}</a>
    </p>
  );
}
