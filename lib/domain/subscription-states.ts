import { type Cause, LIFE, type LifeEffect, type LifeRow } from './life-table';
import { accept, type Outcome, refuse } from './outcome';
import type { Permission } from './roles';

export const SUBSCRIPTION_STATES = [
  'pending_activation',
  'active',
  'active_ending',
  'past_due',
  'past_due_ending',
  'disabled',
] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

export const DISABLED_REASONS = [
  'activation_timeout',
  'publisher_refused',
  'publisher_cancelled',
  'cancelled',
  'nonpayment',
  'expired',
] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

export type SubscriptionEvent = keyof typeof LIFE;

/** `disabledReason` is set exactly when this event disables; undefined leaves the stored reason as it is. */
export type StateChange = {
  readonly state: SubscriptionState;
  readonly disabledReason: DisabledReason | undefined;
};

/** Where an event leads; a purchase begins a life at `pending_activation` and is therefore no event here. */
export function nextState(
  state: SubscriptionState,
  event: SubscriptionEvent,
): Outcome<StateChange, 'invalid_transition'> {
  const { to }: LifeRow = LIFE[event];
  const next = to[state];
  if (next === undefined) return refuse('invalid_transition');
  const disabledReason = DISABLED_REASONS.find((reason) => next === `disabled:${reason}`);
  const nextOf = SUBSCRIPTION_STATES.find((candidate) => candidate === next) ?? 'disabled';
  return accept({ state: nextOf, disabledReason });
}

/** Whether an event is possible in a state. */
export function isPossible(state: SubscriptionState, event: SubscriptionEvent): boolean {
  return nextState(state, event).ok;
}

/** Every event there is, in the order of a subscription's life. */
export function listSubscriptionEvents(): SubscriptionEvent[] {
  return Object.keys(LIFE).filter((key): key is SubscriptionEvent => Object.hasOwn(LIFE, key));
}

type PermittedEvent = {
  [Event in SubscriptionEvent]: (typeof LIFE)[Event]['by'] extends Permission ? Event : never;
}[SubscriptionEvent];

/** The permission that whoever causes an event must hold on what is billed to its profile. */
export function permissionFor(event: PermittedEvent): Permission {
  return LIFE[event].by;
}

/** Who or what causes an event: people who hold a permission, the publisher, or a day that comes. */
export function causeOf(event: SubscriptionEvent): Cause {
  return LIFE[event].by;
}

/** What follows from an event in a state, beside the next state. */
export function effectsOf(state: SubscriptionState, event: SubscriptionEvent): readonly LifeEffect[] {
  if (event === 'period_ends') return state === 'past_due' ? ['frozen'] : ['data_kept'];
  return LIFE[event].effects;
}
