import { useTranslations } from 'next-intl';
import { firstOf } from '@/app/[locale]/_frame/page-props';
import { AppContext, AppLine, AppList, AppPicker } from '@/app/[locale]/_task/app-context';
import { addressOf, chosenIn, previewIn, type TaskPlace } from '@/app/[locale]/_task/place';
import { ReceiptLink } from '@/app/[locale]/_task/receipt-link';
import { findTyped } from '@/app/[locale]/_task/typed';
import type { TaskView } from '@/app/[locale]/_task/view';
import { listSubscriptionChoices } from '@/db/subscriptions';
import { stepsOfCancelGuide } from '@/lib/domain/cancellation-steps';
import { requirePolicy } from '@/lib/domain/policies';
import type { Reader } from '@/lib/server/guard';
import { CancelControl } from './control';
import { Obstacle } from './obstacle';
import { CancelReview } from './review';
import { findChosen, listRunning, situationOf } from './situation';

/** Cancelling a subscription, step by step, for this reader. */
export async function viewCancelSubscription(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const subscriptions = place.record ? [] : listRunning(await listSubscriptionChoices(reader.scope));
  const app = chosenIn(place, 'app') ?? (subscriptions.length === 1 ? subscriptions[0]?.id : undefined);
  const preview = previewIn(place);
  const chosen = app === undefined ? undefined : await findChosen(reader, app, preview);
  const subscription = chosen?.subscription;
  const here = addressOf(place, { app: subscription?.id }, preview);
  const back = addressOf(place, { app: subscription?.id });
  const typed = await findTyped(firstOf(place.query, 'kept'));
  return {
    context: <AppContext subscription={subscription} />,
    contextEnd: <AppPicker subscriptions={subscriptions} chosenId={subscription?.id} path={place.path} />,
    states: stepsOfCancelGuide(situationOf(chosen)),
    reasonText: (reason) => chosen && <Obstacle reader={reader} subscription={chosen.subscription} reason={reason} />,
    slips: {
      'find-app': subscription ? (
        <AppLine subscription={subscription} />
      ) : (
        <AppList subscriptions={subscriptions} path={place.path} step="choose-when" />
      ),
      'choose-when':
        chosen &&
        (chosen.waiting || chosen.receipt ? (
          <Another back={back} />
        ) : chosen.mayCancel ? (
          <CancelControl chosen={chosen} here={back} typed={typed} />
        ) : null),
      review: chosen?.waiting && (
        <CancelReview
          reader={reader}
          chosen={chosen}
          waiting={chosen.waiting}
          here={here}
          back={`${back}#choose-when`}
        />
      ),
      confirm: chosen?.receipt && <ReceiptLink id={chosen.receipt.id} reference={chosen.receipt.reference} />,
    },
    ...(subscription ? { policy: requirePolicy(subscription.policyVersion) } : {}),
  };
}

function Another({ back }: { back: string }) {
  const t = useTranslations('cancelSubscription');
  return (
    <p>
      <a href={`${back}#choose-when`}>{t('chooseOther')}</a>
    </p>
  );
}
