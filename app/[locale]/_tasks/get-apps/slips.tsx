import { previewIn, type TaskPlace } from '@/app/[locale]/_task/place';
import { ReceiptLink } from '@/app/[locale]/_task/receipt-link';
import type { TaskView } from '@/app/[locale]/_task/view';
import { GET_APPS_STEPS, type GetAppsSituation, type GetAppsStep } from '@/lib/domain/get-apps-steps';
import type { Reader } from '@/lib/server/guard';
import { AgreementSlip } from './agreement';
import { AppLine, PlanLine, ProfileLine } from './lines';
import { OrderList } from './order-list';
import { OrderSlip } from './order-slip';
import { PlanForm } from './plan-form';
import { ProfileForm } from './profile-form';
import { PurchaseReview } from './review';
import { addressWith } from './selection';
import type { Chosen } from './situation';
import { Storefront } from './storefront';

type Props = {
  readonly reader: Reader;
  readonly place: TaskPlace;
  readonly chosen: Chosen;
  readonly situation: GetAppsSituation;
};

/** What hangs from each step: the form of the one the reader is at, and what was chosen before it in a line. */
export function slipsOf(props: Props): TaskView['slips'] {
  const { reader, place, chosen, situation } = props;
  const { selection, order, plan, profile, waiting, receipt } = chosen;
  const { at } = situation;
  const isPast = (step: GetAppsStep) => at === 'done' || GET_APPS_STEPS.indexOf(at) > GET_APPS_STEPS.indexOf(step);
  const here = addressWith(place, selection);
  const withPlan = plan && 'plan' in plan ? plan : undefined;
  return {
    'choose-app': appSlip(props),
    'choose-plan': planSlip(props),
    'choose-billing-profile': isPast('choose-billing-profile')
      ? profile && <ProfileLine profile={profile} change={changeOfProfile(props)} />
      : at === 'choose-billing-profile' &&
        !situation.obstacle && <ProfileForm reader={reader} place={place} chosen={chosen} />,
    'accept-agreement':
      at === 'accept-agreement' && withPlan && profile ? (
        <AgreementSlip chosen={withPlan} order={order} profileId={profile.id} here={here} />
      ) : null,
    review:
      at === 'review' && waiting ? (
        <PurchaseReview
          reader={reader}
          waiting={waiting}
          here={addressWith(place, selection, previewIn(place))}
          back={`${here}#accept-agreement`}
        />
      ) : null,
    confirm: receipt ? <ReceiptLink id={receipt.id} reference={receipt.reference} /> : null,
  };
}

function planSlip({ reader, place, chosen, situation: { at, obstacle } }: Props) {
  const { selection, order, offer, plan } = chosen;
  const withPlan = plan && 'plan' in plan ? plan : undefined;
  const isReviewed = at === 'review' || at === 'done';
  if (order && !isReviewed) {
    return <OrderSlip reader={reader} chosen={chosen} order={order} here={addressWith(place, selection)} />;
  }
  if (at === 'choose-plan') return obstacle || !offer ? null : <PlanForm place={place} chosen={chosen} offer={offer} />;
  if (!withPlan) return null;
  const change = order ? undefined : pathTo(place, { offer: offer?.id }, 'choose-plan');
  return <PlanLine chosen={withPlan} change={change} />;
}

function appSlip({ reader, place, chosen, situation }: Props) {
  const { order, offer } = chosen;
  if (situation.at === 'choose-app' && situation.obstacle) return null;
  const start = pathTo(place, {}, 'choose-app');
  if (order) return <AppLine name={order.offer.name} publisher={order.publisher.name} change={start} />;
  if (offer) return <AppLine name={offer.name} publisher={offer.publisher.name} change={start} />;
  return (
    <>
      <OrderList place={place} orders={chosen.orders} />
      <Storefront reader={reader} place={place} chosen={chosen} />
    </>
  );
}

/** Undefined where there is only one that can be chosen. */
function changeOfProfile({ place, chosen: { selection, profiles } }: Props): string | undefined {
  const possible = profiles.filter(({ refusal }) => refusal === undefined);
  return possible.length > 1
    ? pathTo(place, { ...selection, profile: undefined }, 'choose-billing-profile')
    : undefined;
}

function pathTo(place: TaskPlace, selection: Chosen['selection'], step: GetAppsStep): string {
  return `${addressWith(place, selection)}#${step}`;
}
