import { firstOf } from '@/app/[locale]/_frame/page-props';
import { AppContext, AppLine, AppList, AppPicker } from '@/app/[locale]/_task/app-context';
import { addressOf, type TaskPlace } from '@/app/[locale]/_task/place';
import type { TaskView } from '@/app/[locale]/_task/view';
import { listSubscriptionChoices } from '@/db/subscriptions';
import { type ActivationSituation, stepsOfActivation } from '@/lib/domain/activation-steps';
import { requirePolicy } from '@/lib/domain/policies';
import type { Reader } from '@/lib/server/guard';
import { ActivationStatus } from './activation-status';
import { Obstacle } from './obstacle';
import { PortalSlip } from './portal-slip';
import { type Chosen, findApp, findChosen } from './situation';

/** The activation of an app, step by step, for this reader. An active app's portal is opened to manage it. */
export async function viewActivation(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const subscriptions = place.record ? [] : await listSubscriptionChoices(reader.scope);
  const waiting = subscriptions.filter(({ state }) => state === 'pending_activation');
  const app = await findApp(reader, place, waiting);
  const isBack = firstOf(place.query, 'back') !== undefined;
  const chosen = app === undefined ? undefined : await findChosen(reader, app, isBack);
  const subscription = chosen?.subscription;
  const here = addressOf(place, { app: subscription?.id });
  const isRunning = subscription?.periodStart !== null;
  const portal = (at: string) =>
    chosen && <PortalSlip chosen={chosen} wish="manage" here={here} at={at} isAside={isRunning} />;
  return {
    context: <AppContext subscription={subscription} />,
    contextEnd: <AppPicker subscriptions={subscriptions} chosenId={subscription?.id} path={place.path} />,
    states: stepsOfActivation(situationOf(chosen)),
    reasonText: (reason) => chosen && <Obstacle reader={reader} chosen={chosen} reason={reason} />,
    slips: {
      'find-app': subscription ? (
        <AppLine subscription={subscription} />
      ) : (
        <AppList subscriptions={subscriptions} path={place.path} step="open-publisher-portal" />
      ),
      'open-publisher-portal':
        chosen && !isRunning && chosen.visit !== 'arrived' ? portal('open-publisher-portal') : null,
      'set-up-app': chosen && !isRunning && chosen.visit === 'arrived' ? portal('set-up-app') : null,
      'check-status': chosen && <ActivationStatus chosen={chosen} here={here} portal={portal('check-status')} />,
    },
    ...(subscription ? { policy: requirePolicy(subscription.policyVersion) } : {}),
  };
}

function situationOf(chosen: Chosen | undefined): ActivationSituation {
  if (!chosen) return { at: 'nothing_chosen' };
  const { state, disabledReason } = chosen.subscription;
  return { ...chosen, at: 'chosen', state, disabledReason };
}
