import { AppContext } from '@/app/[locale]/_task/app-context';
import { addressOf, type TaskPlace } from '@/app/[locale]/_task/place';
import type { TaskView } from '@/app/[locale]/_task/view';
import { findSubscription, type Subscription } from '@/db/subscriptions';
import { decideKeep } from '@/lib/domain/cancellation';
import { dayIn } from '@/lib/domain/days';
import { blocked, HERE, notNeeded, type StepState } from '@/lib/domain/steps';
import { nowAt } from '@/lib/server/clock';
import { mayOn, type Reader } from '@/lib/server/guard';
import { Slip } from '@/lib/ui/slip';
import { KeepForm } from './keep-form';
import { Obstacle } from './obstacle';

const STEP = 'change-your-mind';

/** Keeping a subscription that is cancelled at the end, on the app's own page: one step, no review. */
export async function viewKeepSubscription(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const found = place.record && (await findSubscription(reader.scope, place.record.id));
  if (!found) throw new Error('Only on the page of an app');
  const state = stateOf(reader, found);
  return {
    context: <AppContext subscription={found} />,
    states: { [STEP]: state },
    reasonText: (reason) => <Obstacle reader={reader} subscription={found} reason={reason} />,
    slips: {
      [STEP]: state === HERE && (
        <Slip>
          <KeepForm subscription={found} here={addressOf(place, {})} at={STEP} />
        </Slip>
      ),
    },
  };
}

function stateOf(reader: Reader, subscription: Subscription): StepState {
  const next = decideKeep(subscription, dayIn(subscription.profile.timeZone, nowAt()));
  if (!next.ok) return notNeeded(next.refusal);
  return mayOn(reader, 'subscription.cancel', subscription.billingProfileId) ? HERE : blocked('permission_missing');
}
