import { accept, type Outcome, refuse } from './outcome';

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

type Next = SubscriptionState | `disabled:${DisabledReason}`;
type Row = Partial<Record<SubscriptionState, Next>>;

const RUNNING: Row = { active: 'active', active_ending: 'active_ending' };
const RUNNING_OR_PAST_DUE: Row = { ...RUNNING, past_due: 'past_due' };
const PAID: Row = { past_due: 'active', past_due_ending: 'active_ending' };

/** The whole life of a subscription: event → from state → next. A pair that is not here is refused. */
const TRANSITIONS = {
  open_publisher_portal: { ...RUNNING_OR_PAST_DUE, pending_activation: 'pending_activation' },
  resolve: { pending_activation: 'pending_activation' },
  activate_charge_ok: { pending_activation: 'active' },
  activate_charge_failed: { pending_activation: 'past_due' },
  publisher_refuses_activation: { pending_activation: 'disabled:publisher_refused' },
  activation_deadline_passes: { pending_activation: 'disabled:activation_timeout' },
  cancel_before_activation: { pending_activation: 'disabled:cancelled' },

  increase_charge_ok: RUNNING,
  increase_charge_declined: RUNNING,
  schedule_decrease: { active: 'active' },
  decrease_now: { active: 'active' },
  remove_pending_change: { active: 'active', past_due: 'past_due' },
  take_back_increase: { active: 'active' },
  change_plan: RUNNING,
  change_billing_profile: RUNNING,

  operation_accepted: RUNNING_OR_PAST_DUE,
  operation_refused: RUNNING_OR_PAST_DUE,
  operation_unanswered: RUNNING_OR_PAST_DUE,
  operation_expires: RUNNING_OR_PAST_DUE,
  publisher_changes_quantity: RUNNING,
  publisher_ends: {
    pending_activation: 'disabled:publisher_cancelled',
    active: 'disabled:publisher_cancelled',
    active_ending: 'disabled:publisher_cancelled',
    past_due: 'disabled:publisher_cancelled',
    past_due_ending: 'disabled:publisher_cancelled',
  },

  cancel_at_end: { active: 'active_ending', past_due: 'past_due_ending' },
  undo_cancel: { active_ending: 'active', past_due_ending: 'past_due' },
  cancel_now: {
    active: 'disabled:cancelled',
    active_ending: 'disabled:cancelled',
    past_due: 'disabled:cancelled',
    past_due_ending: 'disabled:cancelled',
  },

  period_ends_charge_ok: { active: 'active' },
  period_ends_charge_failed: { active: 'past_due' },
  period_ends: {
    active_ending: 'disabled:cancelled',
    past_due_ending: 'disabled:cancelled',
    past_due: 'past_due',
  },
  fixed_term_ends: { active: 'disabled:expired' },

  retry_charge_ok: PAID,
  retry_charge_declined: { past_due: 'past_due', past_due_ending: 'past_due_ending' },
  paid_in_full: PAID,
  payment_deadline_passes: { past_due: 'disabled:nonpayment', past_due_ending: 'disabled:nonpayment' },

  pay_debt: { disabled: 'disabled' },
  buy_again: { disabled: 'disabled' },
} as const satisfies Record<string, Row>;

export type SubscriptionEvent = keyof typeof TRANSITIONS;

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
  const row: Row = TRANSITIONS[event];
  const next = row[state];
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
  return Object.keys(TRANSITIONS).filter((key): key is SubscriptionEvent => Object.hasOwn(TRANSITIONS, key));
}
