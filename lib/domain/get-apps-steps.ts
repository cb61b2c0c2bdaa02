import type { AvailabilityRefusal } from './availability';
import type { OrderRefusal } from './orders';
import { blocked, DONE, HERE, notNeeded, type StepState, TO_COME } from './steps';

export const GET_APPS_STEPS = [
  'choose-app',
  'choose-plan',
  'choose-billing-profile',
  'accept-agreement',
  'review',
  'confirm',
] as const;
export type GetAppsStep = (typeof GET_APPS_STEPS)[number];

/** Why nothing can be bought, or not this, or not by this reader. */
export type GetAppsObstacle =
  | AvailabilityRefusal
  | OrderRefusal
  | 'not_sold_in_currency'
  | 'profile_missing'
  | 'not_billed'
  | 'permission_missing';

/** Which step the reader is at, with what stands in their way there; 'done' once there is a receipt. */
export type GetAppsSituation = {
  readonly at: GetAppsStep | 'done';
  readonly obstacle?: GetAppsObstacle | undefined;
};

type GetAppsStates = Readonly<Record<GetAppsStep, StepState<GetAppsObstacle>>>;

/** An order that was answered needs nothing more; whatever else stands in the way can be mended, or asked about. */
const NEEDS_NOTHING: readonly GetAppsObstacle[] = ['order_accepted', 'order_declined', 'order_withdrawn'];

/** States of the steps of buying: all before the reader's step are done, all after it are to come. */
export function stepsOfGetAppsGuide({ at, obstacle }: GetAppsSituation): GetAppsStates {
  const here = at === 'done' ? GET_APPS_STEPS.length : GET_APPS_STEPS.indexOf(at);
  const isOver = obstacle !== undefined && NEEDS_NOTHING.includes(obstacle);
  const stateOf = (index: number): StepState<GetAppsObstacle> => {
    if (index < here) return DONE;
    if (obstacle && isOver) return notNeeded(obstacle);
    if (index > here) return TO_COME;
    return obstacle ? blocked(obstacle) : HERE;
  };
  return Object.fromEntries(GET_APPS_STEPS.map((step, index) => [step, stateOf(index)])) as GetAppsStates;
}
