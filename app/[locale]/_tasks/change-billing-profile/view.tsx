import { useTranslations } from 'next-intl';
import { firstOf } from '@/app/[locale]/_frame/page-props';
import { AppContext, AppLine, AppList, AppPicker } from '@/app/[locale]/_task/app-context';
import { addressOf, chosenIn, previewIn, type TaskPlace } from '@/app/[locale]/_task/place';
import { ReceiptLink } from '@/app/[locale]/_task/receipt-link';
import { findTyped } from '@/app/[locale]/_task/typed';
import type { TaskView } from '@/app/[locale]/_task/view';
import { listSubscriptionChoices } from '@/db/subscriptions';
import { stepsOfMoveGuide } from '@/lib/domain/move-steps';
import { requirePolicy } from '@/lib/domain/policies';
import type { Reader } from '@/lib/server/guard';
import { ProfileMoveControl } from './control';
import { Obstacle } from './obstacle';
import { ProfileMoveReview } from './review';
import { findChosen, situationOf } from './situation';

/** Which billing profile pays for an app, step by step, for this reader. */
export async function viewProfileMove(reader: Reader, place: TaskPlace): Promise<TaskView> {
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
    states: stepsOfMoveGuide(situationOf(chosen)),
    reasonText: (reason) => chosen && <Obstacle reader={reader} chosen={chosen} reason={reason} />,
    slips: {
      'find-app': subscription ? (
        <AppLine subscription={subscription} />
      ) : (
        <AppList subscriptions={subscriptions} path={place.path} step="choose-billing-profile" />
      ),
      'choose-billing-profile':
        chosen &&
        (chosen.waiting || chosen.receipt ? (
          <Another back={back} />
        ) : chosen.mayMove && !chosen.obstacle && chosen.choices.length > 1 ? (
          <ProfileMoveControl reader={reader} chosen={chosen} here={back} typed={typed} />
        ) : null),
      review: chosen?.waiting && (
        <ProfileMoveReview
          reader={reader}
          chosen={chosen}
          waiting={chosen.waiting}
          here={here}
          back={`${back}#choose-billing-profile`}
        />
      ),
      confirm: chosen?.receipt && <ReceiptLink id={chosen.receipt.id} reference={chosen.receipt.reference} />,
    },
    ...(subscription ? { policy: requirePolicy(subscription.policyVersion) } : {}),
  };
}

function Another({ back }: { back: string }) {
  const t = useTranslations('changeBillingProfile');
  return (
    <p>
      <a href={`${back}#choose-billing-profile`}>{t('chooseOther')}</a>
    </p>
  );
}
