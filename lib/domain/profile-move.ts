import type { Day } from './days';
import type { Currency } from './money';
import { accept, type Outcome, refuse } from './outcome';
import { mayMove, type ProfileRole } from './roles';
import { isPossible, type SubscriptionState } from './subscription-states';

/** A billing profile as the one who moves a subscription sees it; `ownRole` is their own on it. */
export type MovableProfile = {
  readonly id: string;
  /** ISO 3166-1, in capitals. */
  readonly country: string;
  readonly currency: Currency;
  readonly ownRole: ProfileRole | null;
};

/** What a move is judged by; the period is null until the subscription is active. */
export type MoveFacts = {
  readonly state: SubscriptionState;
  readonly periodEnd: Day | null;
  readonly profile: MovableProfile;
};

/** Why the subscription cannot be moved at all now. */
export type MoveObstacle =
  | 'subscription_pending_activation'
  | 'subscription_past_due'
  | 'subscription_disabled'
  | 'renewal_due';

/** Why it cannot be moved to one profile. */
export type ProfileRefusal = 'profile_same' | 'role_missing' | 'currency_differs' | 'country_differs';

const OBSTACLE_OF_STATE: Partial<Record<SubscriptionState, MoveObstacle>> = {
  pending_activation: 'subscription_pending_activation',
  past_due: 'subscription_past_due',
  past_due_ending: 'subscription_past_due',
};

/** What stands in the way of any move; undefined when nothing does. `today` is the day in the profile's time zone. */
export function findMoveObstacle({ state, periodEnd }: MoveFacts, today: Day): MoveObstacle | undefined {
  if (!isPossible(state, 'change_billing_profile')) return OBSTACLE_OF_STATE[state] ?? 'subscription_disabled';
  return periodEnd !== null && today >= periodEnd ? 'renewal_due' : undefined;
}

/** Why a profile cannot be chosen. A missing role comes first: whoever has none knows no more than a profile's name. */
export function findProfileRefusal(from: MovableProfile, to: MovableProfile): ProfileRefusal | undefined {
  if (to.id === from.id) return 'profile_same';
  if (!mayMove(rolesOn(from), rolesOn(to))) return 'role_missing';
  if (to.currency !== from.currency) return 'currency_differs';
  return to.country === from.country ? undefined : 'country_differs';
}

/** Whether the subscription may be billed to another profile from its next invoice on. */
export function decideProfileMove(
  facts: MoveFacts,
  to: MovableProfile,
  today: Day,
): Outcome<{ readonly fromId: string; readonly toId: string }, MoveObstacle | ProfileRefusal> {
  const refusal = findMoveObstacle(facts, today) ?? findProfileRefusal(facts.profile, to);
  return refusal ? refuse(refusal) : accept({ fromId: facts.profile.id, toId: to.id });
}

function rolesOn({ ownRole }: MovableProfile) {
  return { profileRoles: ownRole === null ? [] : [ownRole] };
}
