import { AppContext, AppLine, AppList, AppPicker } from '@/app/[locale]/_task/app-context';
import { chosenIn, previewIn, type TaskPlace } from '@/app/[locale]/_task/place';
import { ReceiptLink } from '@/app/[locale]/_task/receipt-link';
import type { TaskView } from '@/app/[locale]/_task/view';
import { listSubscriptionChoices } from '@/db/subscriptions';
import { stepsOfBuyAgainGuide } from '@/lib/domain/buy-again-steps';
import type { Reader } from '@/lib/server/guard';
import { AgreementSlip } from './agreement';
import { addressWith } from './choice';
import { ChosenLine } from './chosen-line';
import { NothingDisabled } from './nothing-disabled';
import { Obstacle } from './obstacle';
import { PlanForm } from './plan-form';
import { BuyAgainReview } from './review';
import { type Chosen, findChosen, listDisabled, situationOf } from './situation';

/** Buying a disabled app again, step by step, for this reader. */
export async function viewBuyAgain(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const subscriptions = place.record ? [] : listDisabled(await listSubscriptionChoices(reader.scope));
  const app = chosenIn(place, 'app') ?? (subscriptions.length === 1 ? subscriptions[0]?.id : undefined);
  const chosen = app === undefined ? undefined : await findChosen(reader, app, place);
  const subscription = chosen?.subscription;
  return {
    context: <AppContext subscription={subscription} />,
    contextEnd: <AppPicker subscriptions={subscriptions} chosenId={subscription?.id} path={place.path} />,
    states: stepsOfBuyAgainGuide(situationOf(chosen)),
    reasonText: (reason) => chosen && <Obstacle reader={reader} chosen={chosen} reason={reason} />,
    slips: {
      'find-app': subscription ? (
        <AppLine subscription={subscription} />
      ) : subscriptions.length > 0 ? (
        <AppList subscriptions={subscriptions} path={place.path} step="choose-plan" />
      ) : (
        <NothingDisabled />
      ),
      ...(chosen ? slipsOf(reader, place, chosen) : {}),
    },
  };
}

function slipsOf(reader: Reader, place: TaskPlace, chosen: Chosen): TaskView['slips'] {
  const { subscription, typed, judged, waiting, receipt } = chosen;
  const situation = situationOf(chosen);
  const here = addressWith(place, subscription.id, typed);
  const start = `${addressWith(place, subscription.id, undefined)}#choose-plan`;
  if (receipt) return { confirm: <ReceiptLink id={receipt.id} reference={receipt.reference} /> };
  if (situation.at === 'subscription_chosen' && situation.obstacle) return {};
  const plan = judged && 'plan' in judged ? judged : undefined;
  if (waiting) {
    return {
      'choose-plan': <ChosenLine {...partsOf(waiting)} change={start} />,
      review: (
        <BuyAgainReview
          reader={reader}
          waiting={waiting}
          here={addressWith(place, subscription.id, typed, previewIn(place))}
          back={`${here}#accept-agreement`}
        />
      ),
    };
  }
  if (!plan) return { 'choose-plan': <PlanForm place={place} chosen={chosen} /> };
  return {
    'choose-plan': <ChosenLine {...plan} change={start} />,
    'accept-agreement': <AgreementSlip subscription={subscription} chosen={plan} here={here} />,
  };
}

function partsOf({ decision }: NonNullable<Chosen['waiting']>) {
  const { plan, profile, draft } = decision.purchase;
  return { plan, profile, quantity: draft.quantity };
}
