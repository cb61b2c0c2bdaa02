import { useLocale, useTranslations } from 'next-intl';
import { AppContext, AppLine, AppList, AppPicker } from '@/app/[locale]/_task/app-context';
import { addressOf, type TaskPlace } from '@/app/[locale]/_task/place';
import type { TaskView } from '@/app/[locale]/_task/view';
import { listSubscriptionChoices } from '@/db/subscriptions';
import { type AssignmentSituation, stepsOfAssignment } from '@/lib/domain/assignment-steps';
import { requirePolicy } from '@/lib/domain/policies';
import type { Reader } from '@/lib/server/guard';
import { LookAgain } from './look-again';
import { Obstacle } from './obstacle';
import { PortalSlip } from './portal-slip';
import { type Chosen, findApp, findChosen } from './situation';

/** Giving licenses to users, step by step, for this reader: it is done in the publisher's portal. */
export async function viewAssignment(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const subscriptions = place.record ? [] : await listSubscriptionChoices(reader.scope);
  const counted = subscriptions.filter(({ state, plan }) => plan.pricing === 'per_license' && state !== 'disabled');
  const app = await findApp(reader, place, counted);
  const chosen = app === undefined ? undefined : await findChosen(reader, app, false);
  const subscription = chosen?.subscription;
  const here = addressOf(place, { app: subscription?.id });
  const isCounted = subscription?.periodStart !== null && subscription?.quantity !== null;
  return {
    context: <AppContext subscription={subscription} />,
    contextEnd: <AppPicker subscriptions={subscriptions} chosenId={subscription?.id} path={place.path} />,
    states: stepsOfAssignment(situationOf(chosen)),
    reasonText: (reason) => chosen && <Obstacle reader={reader} chosen={chosen} reason={reason} />,
    slips: {
      'find-app': subscription ? (
        <AppLine subscription={subscription} />
      ) : (
        <AppList subscriptions={subscriptions} path={place.path} step="open-publisher-portal" />
      ),
      'open-publisher-portal': chosen && isCounted && (
        <PortalSlip chosen={chosen} wish="assign_licenses" here={here} at="open-publisher-portal" />
      ),
      'assign-users': chosen && isCounted && chosen.mayOpen && <Assigned chosen={chosen} here={here} />,
    },
    ...(subscription ? { policy: requirePolicy(subscription.policyVersion) } : {}),
  };
}

function situationOf(chosen: Chosen | undefined): AssignmentSituation {
  if (!chosen) return { at: 'nothing_chosen' };
  const { state, quantity, assignedQuantity } = chosen.subscription;
  return { ...chosen, at: 'chosen', state, quantity, assignedQuantity };
}

/** How many licenses the publisher says are assigned. */
function Assigned({ chosen: { subscription }, here }: { chosen: Chosen; here: string }) {
  const t = useTranslations('openPublisherPortal');
  const locale = useLocale();
  const { id, assignedQuantity: assigned } = subscription;
  const quantity = subscription.quantity ?? 0;
  if (subscription.state === 'disabled') return null;
  return (
    <>
      <p>{t('assigned', { assigned, quantity })}</p>
      {assigned === quantity ? (
        <p>
          {t('noneFree')} <a href={`/${locale}/help/change-license-quantity?app=${id}`}>{t('addLicenses')}</a>
        </p>
      ) : null}
      <LookAgain here={here} step="assign-users" />
    </>
  );
}
