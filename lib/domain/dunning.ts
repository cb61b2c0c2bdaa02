import { addDays, type Day } from './days';
import type { Policy } from './policies';
import type { SubscriptionState } from './subscription-states';

/** A refusal that asking again cannot mend: only another card can, or whoever pays. */
const HARD_DECLINES: readonly string[] = [
  'card_expired',
  'card_lost',
  'card_stolen',
  'card_closed',
  'no_provider',
  'disputed',
];

export function isHardDecline(declineCode: string | null): boolean {
  return declineCode !== null && HARD_DECLINES.includes(declineCode);
}

export type Dunning = {
  readonly state: SubscriptionState;
  /** The day of the invoice that the card did not pay. */
  readonly failedOn: Day;
  readonly today: Day;
  /** The newest attempt with the card of now, whoever asked for it; undefined where that was never tried. */
  readonly last: { readonly on: Day; readonly declineCode: string | null } | undefined;
  readonly methodId: string;
  readonly policy: Policy;
};

/** What is wrong with the card of now, as far as attempts tell; undefined for one that was not tried. */
export function troubleOf({ last }: Dunning): 'declined' | 'taken_back' | undefined {
  return last && (last.declineCode === 'disputed' ? 'taken_back' : 'declined');
}

/**
 * The occasion of the attempt that is due today: a retry day, or a card that has not been tried; undefined when there is
 * none. Whoever has canceled is not asked again, nor is a card that was refused for good. Days missed are not made up.
 */
export function dueRetryOf({ state, failedOn, today, last, methodId, policy }: Dunning): string | undefined {
  if (state !== 'past_due') return undefined;
  if (!last) return `card-${methodId}`;
  if (isHardDecline(last.declineCode)) return undefined;
  const due = policy.retryDays.filter((day) => addDays(failedOn, day) <= today).at(-1);
  if (due === undefined) return undefined;
  return last.on >= addDays(failedOn, due) ? undefined : `day-${due}`;
}

/** The next day on which the card is tried by itself; undefined when it is not. */
export function nextRetryOf(dunning: Dunning): Day | undefined {
  const { state, failedOn, today, last, policy } = dunning;
  if (state !== 'past_due' || (last && isHardDecline(last.declineCode))) return undefined;
  return policy.retryDays.map((day) => addDays(failedOn, day)).find((day) => day > today);
}
