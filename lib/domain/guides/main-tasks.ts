import { GUIDES, type GuideId } from './registry';

/** What most people come for, in the order of the front page's cards: at most six. */
export const MAIN_TASKS: readonly GuideId[] = [
  'get-apps',
  'activate-app',
  'change-license-quantity',
  'manage-billing-profiles',
  'change-billing-profile',
  'cancel-subscription',
];

/** The guides that have no card, in the order of the guide list. */
export function listOtherGuides(): readonly GuideId[] {
  return GUIDES.map(({ id }) => id).filter((id) => !MAIN_TASKS.includes(id));
}
