import { listProfileChoices } from '@/db/profile-choices';
import { findQuantityFacts } from '@/db/quantity-facts';
import { dayIn } from '@/lib/domain/days';
import type { MoveSituation, MoveStepReason } from '@/lib/domain/move-steps';
import { findMoveObstacle, findProfileRefusal } from '@/lib/domain/profile-move';
import { nowAt } from '@/lib/server/clock';
import { mayOn, type Reader } from '@/lib/server/guard';
import { profileMove } from '@/lib/server/profile-move';
import { findReviewed } from '@/lib/server/reviewed-task';

/** The app that is to be moved, the profiles there are, and what this reader can do now. */
export type Chosen = NonNullable<Awaited<ReturnType<typeof findChosen>>>;

/** Undefined when the app is not the reader's. */
export async function findChosen(reader: Reader, app: string, previewKey: string | undefined) {
  const found = await findQuantityFacts(reader.scope, app);
  if (!found) return undefined;
  const { subscription, facts } = found;
  const now = nowAt();
  const profiles = await listProfileChoices(reader.scope);
  const current = profiles.find(({ id }) => id === subscription.billingProfileId);
  if (!current) throw new Error('A subscription is billed to a profile of its own organization');
  const today = dayIn(subscription.profile.timeZone, now);
  return {
    subscription,
    current,
    choices: profiles.map((profile) => ({ profile, refusal: findProfileRefusal(current, profile) })),
    mayMove: mayOn(reader, 'subscription.move', current.id),
    obstacle: findMoveObstacle({ ...facts, profile: current }, today),
    ...(await findReviewed(reader.scope, profileMove, { key: previewKey, subjectId: subscription.id, now })),
  };
}

/** How far a reader is with this task, from what is stored and never from what was clicked. */
export function situationOf(chosen: Chosen | undefined): MoveSituation {
  if (!chosen) return { at: 'nothing_chosen' };
  if (chosen.receipt) return { at: 'receipt_made' };
  if (chosen.waiting) return { at: 'preview_stored' };
  return { at: 'app_chosen', reason: reasonOf(chosen) };
}

function reasonOf({ obstacle, mayMove, choices }: Chosen): MoveStepReason | undefined {
  if (obstacle) return obstacle;
  if (!mayMove) return 'permission_missing';
  if (choices.length === 1) return 'no_other_profile';
  return choices.every(({ refusal }) => refusal !== undefined) ? 'no_profile_fits' : undefined;
}
