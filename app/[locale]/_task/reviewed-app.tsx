import type { ReactNode } from 'react';
import { firstOf } from '@/app/[locale]/_frame/page-props';
import type { Receipt } from '@/db/receipts';
import type { Subscription, SubscriptionChoice } from '@/db/subscriptions';
import { requirePolicy } from '@/lib/domain/policies';
import type { StepState } from '@/lib/domain/steps';
import type { Typed } from '@/lib/domain/task-state';
import { AppContext, AppLine, AppList, AppPicker } from './app-context';
import { addressOf, chosenIn, previewIn, type TaskPlace } from './place';
import { ReceiptLink } from './receipt-link';
import { findTyped } from './typed';
import type { TaskView } from './view';

type ReviewedApp = {
  readonly subscription: Subscription;
  readonly waiting: object | undefined;
  readonly receipt: Receipt | undefined;
};

/** What a task about one app says of itself: how its app is found, its states, and what hangs from its steps. */
type ReviewedAppTask<Chosen extends ReviewedApp> = {
  /** The apps to choose from; none on the page of one. */
  readonly subscriptions: readonly SubscriptionChoice[];
  /** The app where the address names none, if only one fits. */
  readonly onlyFit?: string | undefined;
  readonly find: (app: string, preview: string | undefined) => Promise<Chosen | undefined>;
  readonly states: (chosen: Chosen | undefined) => Readonly<Record<string, StepState>>;
  readonly obstacle: (chosen: Chosen, reason: string) => ReactNode;
  /** The step in which one chooses, by its id, and what leads back to it from a review or a receipt. */
  readonly step: string;
  readonly chooseOther: string;
  readonly control: (chosen: Chosen, form: { readonly here: string; readonly typed: Typed }) => ReactNode;
  readonly review: (
    chosen: Chosen,
    waiting: NonNullable<Chosen['waiting']>,
    form: { readonly here: string; readonly back: string },
  ) => ReactNode;
};

/** A task about one app whose effect is reviewed before it is confirmed: choose the app, choose, review, receipt. */
export async function viewReviewedApp<Chosen extends ReviewedApp>(
  place: TaskPlace,
  { subscriptions, onlyFit, find, states, obstacle, step, chooseOther, control, review }: ReviewedAppTask<Chosen>,
): Promise<TaskView> {
  const app = chosenIn(place, 'app') ?? onlyFit;
  const preview = previewIn(place);
  const chosen = app === undefined ? undefined : await find(app, preview);
  const subscription = chosen?.subscription;
  const here = addressOf(place, { app: subscription?.id }, preview);
  const back = addressOf(place, { app: subscription?.id });
  const typed = await findTyped(firstOf(place.query, 'kept'));
  return {
    context: <AppContext subscription={subscription} />,
    contextEnd: <AppPicker subscriptions={subscriptions} chosenId={subscription?.id} path={place.path} />,
    states: states(chosen),
    reasonText: (reason) => chosen && obstacle(chosen, reason),
    slips: {
      'find-app': subscription ? (
        <AppLine subscription={subscription} />
      ) : (
        <AppList subscriptions={subscriptions} path={place.path} step={step} />
      ),
      [step]:
        chosen &&
        (chosen.waiting || chosen.receipt ? (
          <p>
            <a href={`${back}#${step}`}>{chooseOther}</a>
          </p>
        ) : (
          control(chosen, { here: back, typed })
        )),
      review: chosen?.waiting && review(chosen, chosen.waiting, { here, back: `${back}#${step}` }),
      confirm: chosen?.receipt && <ReceiptLink id={chosen.receipt.id} reference={chosen.receipt.reference} />,
    },
    ...(subscription ? { policy: requirePolicy(subscription.policyVersion) } : {}),
  };
}
