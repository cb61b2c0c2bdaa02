import type { Permission } from './roles';
import type { DisabledReason, SubscriptionState } from './subscription-states';

type Next = SubscriptionState | `disabled:${DisabledReason}`;

/** Who or what brings an event about where no permission does: the publisher's program, the payer's bank, a day that comes. */
export type Cause = Permission | 'publisher' | 'bank' | 'time';

/** What follows, beside the state: the keys below `lifeOfApp.effects` in ui.json. */
export type LifeEffect =
  | 'portal_opens'
  | 'purchase_told'
  | 'period_starts'
  | 'invoiced'
  | 'not_invoiced'
  | 'days_to_pay_first'
  | 'days_to_pay'
  | 'licenses_change'
  | 'plan_changes'
  | 'charged'
  | 'nothing_changes'
  | 'change_planned'
  | 'planned_removed'
  | 'planned_applied'
  | 'credited'
  | 'unserved_credited'
  | 'next_invoice'
  | 'change_stands'
  | 'change_reversed'
  | 'change_by_offer'
  | 'works_to_end'
  | 'goes_on'
  | 'money_back_rule'
  | 'data_kept'
  | 'renewed'
  | 'frozen'
  | 'caught_up'
  | 'told'
  | 'publisher_told'
  | 'debt_stays'
  | 'invoice_reopened'
  | 'stays_off'
  | 'new_subscription'
  | 'receipt';

export type LifeRow = {
  readonly by: Cause;
  readonly to: Partial<Record<SubscriptionState, Next>>;
  readonly effects: readonly LifeEffect[];
};

const RUNNING = { active: 'active', active_ending: 'active_ending' } as const;
const RUNNING_OR_PAST_DUE = { ...RUNNING, past_due: 'past_due' } as const;
const PAID = { past_due: 'active', past_due_ending: 'active_ending' } as const;
const STILL_UNPAID = { past_due: 'past_due', past_due_ending: 'past_due_ending' } as const;

/** The whole life of a subscription: event → who causes it, from state → next, what follows. A pair that is not here is refused. */
export const LIFE = {
  open_publisher_portal: {
    by: 'publisher_portal.open',
    to: { pending_activation: 'pending_activation', ...RUNNING_OR_PAST_DUE },
    effects: ['portal_opens'],
  },
  resolve: { by: 'publisher', to: { pending_activation: 'pending_activation' }, effects: ['purchase_told'] },
  activate_charge_ok: {
    by: 'publisher',
    to: { pending_activation: 'active' },
    effects: ['period_starts', 'invoiced'],
  },
  activate_charge_failed: {
    by: 'publisher',
    to: { pending_activation: 'past_due' },
    effects: ['period_starts', 'days_to_pay_first'],
  },
  publisher_refuses_activation: {
    by: 'publisher',
    to: { pending_activation: 'disabled:publisher_refused' },
    effects: ['not_invoiced'],
  },
  activation_deadline_passes: {
    by: 'time',
    to: { pending_activation: 'disabled:activation_timeout' },
    effects: ['not_invoiced'],
  },
  cancel_before_activation: {
    by: 'subscription.cancel',
    to: { pending_activation: 'disabled:cancelled' },
    effects: ['not_invoiced', 'receipt'],
  },

  increase_charge_ok: {
    by: 'subscription.increase',
    to: RUNNING,
    effects: ['licenses_change', 'charged', 'publisher_told', 'receipt'],
  },
  increase_charge_declined: { by: 'subscription.increase', to: RUNNING, effects: ['nothing_changes'] },
  schedule_decrease: {
    by: 'subscription.decrease',
    to: { active: 'active' },
    effects: ['change_planned', 'receipt'],
  },
  decrease_now: {
    by: 'subscription.decrease',
    to: { active: 'active' },
    effects: ['licenses_change', 'credited', 'publisher_told', 'receipt'],
  },
  remove_pending_change: {
    by: 'subscription.decrease',
    to: { active: 'active', past_due: 'past_due' },
    effects: ['planned_removed', 'receipt'],
  },
  take_back_increase: {
    by: 'subscription.decrease',
    to: { active: 'active' },
    effects: ['licenses_change', 'credited', 'publisher_told', 'receipt'],
  },
  change_plan: {
    by: 'subscription.change_plan',
    to: RUNNING,
    effects: ['plan_changes', 'publisher_told', 'receipt'],
  },
  change_billing_profile: { by: 'subscription.move', to: RUNNING, effects: ['next_invoice', 'receipt'] },

  operation_accepted: { by: 'publisher', to: RUNNING_OR_PAST_DUE, effects: ['change_stands'] },
  operation_refused: { by: 'publisher', to: RUNNING_OR_PAST_DUE, effects: ['change_reversed', 'credited', 'told'] },
  operation_unanswered: { by: 'time', to: RUNNING_OR_PAST_DUE, effects: ['change_by_offer'] },
  operation_expires: { by: 'time', to: RUNNING_OR_PAST_DUE, effects: ['change_reversed', 'credited', 'told'] },
  publisher_changes_quantity: { by: 'publisher', to: RUNNING, effects: ['licenses_change', 'charged', 'told'] },
  publisher_ends: {
    by: 'publisher',
    to: {
      pending_activation: 'disabled:publisher_cancelled',
      active: 'disabled:publisher_cancelled',
      active_ending: 'disabled:publisher_cancelled',
      past_due: 'disabled:publisher_cancelled',
      past_due_ending: 'disabled:publisher_cancelled',
    },
    effects: ['unserved_credited', 'data_kept', 'told'],
  },

  cancel_at_end: {
    by: 'subscription.cancel',
    to: { active: 'active_ending', past_due: 'past_due_ending' },
    effects: ['works_to_end', 'receipt'],
  },
  undo_cancel: {
    by: 'subscription.cancel',
    to: { active_ending: 'active', past_due_ending: 'past_due' },
    effects: ['goes_on', 'receipt'],
  },
  cancel_now: {
    by: 'subscription.cancel',
    to: {
      active: 'disabled:cancelled',
      active_ending: 'disabled:cancelled',
      past_due: 'disabled:cancelled',
      past_due_ending: 'disabled:cancelled',
    },
    effects: ['money_back_rule', 'data_kept', 'receipt'],
  },

  period_ends_charge_ok: {
    by: 'time',
    to: { active: 'active' },
    effects: ['planned_applied', 'renewed', 'invoiced', 'publisher_told'],
  },
  period_ends_charge_failed: {
    by: 'time',
    to: { active: 'past_due' },
    effects: ['planned_applied', 'days_to_pay', 'told'],
  },
  period_ends: {
    by: 'time',
    to: { active_ending: 'disabled:cancelled', past_due_ending: 'disabled:cancelled', past_due: 'past_due' },
    effects: [],
  },
  fixed_term_ends: { by: 'time', to: { active: 'disabled:expired' }, effects: ['data_kept'] },

  retry_charge_ok: { by: 'time', to: PAID, effects: ['caught_up', 'publisher_told', 'told'] },
  retry_charge_declined: { by: 'time', to: STILL_UNPAID, effects: ['nothing_changes', 'told'] },
  paid_in_full: { by: 'invoice.pay', to: PAID, effects: ['caught_up', 'publisher_told', 'receipt'] },
  payment_deadline_passes: {
    by: 'time',
    to: { past_due: 'disabled:nonpayment', past_due_ending: 'disabled:nonpayment' },
    effects: ['debt_stays', 'data_kept', 'told'],
  },

  payment_taken_back: {
    by: 'bank',
    to: { active: 'past_due', active_ending: 'past_due_ending', ...STILL_UNPAID },
    effects: ['invoice_reopened', 'days_to_pay', 'told'],
  },
  debt_taken_back: { by: 'bank', to: { disabled: 'disabled' }, effects: ['invoice_reopened', 'told'] },

  pay_debt: { by: 'invoice.pay', to: { disabled: 'disabled' }, effects: ['stays_off', 'receipt'] },
  buy_again: { by: 'subscription.buy', to: { disabled: 'disabled' }, effects: ['new_subscription', 'receipt'] },
} as const satisfies Record<string, LifeRow>;
