import { describe, expect, it } from 'vitest';
import { may } from '@/lib/domain/roles';
import {
  causeOf,
  effectsOf,
  isPossible,
  listSubscriptionEvents,
  nextState,
  permissionFor,
  SUBSCRIPTION_STATES,
  type SubscriptionEvent,
  type SubscriptionState,
} from '@/lib/domain/subscription-states';

const LETTERS = {
  PA: 'pending_activation',
  A: 'active',
  AE: 'active_ending',
  PD: 'past_due',
  PDE: 'past_due_ending',
  X: 'disabled',
} as const satisfies Record<string, SubscriptionState>;

/** Every pair that is allowed, written out on its own: 'from>to' or 'from>X:reason'. */
const EXPECTED: Record<SubscriptionEvent, string> = {
  open_publisher_portal: 'PA>PA A>A AE>AE PD>PD',
  resolve: 'PA>PA',
  activate_charge_ok: 'PA>A',
  activate_charge_failed: 'PA>PD',
  publisher_refuses_activation: 'PA>X:publisher_refused',
  activation_deadline_passes: 'PA>X:activation_timeout',
  cancel_before_activation: 'PA>X:cancelled',
  increase_charge_ok: 'A>A AE>AE',
  increase_charge_declined: 'A>A AE>AE',
  schedule_decrease: 'A>A',
  decrease_now: 'A>A',
  remove_pending_change: 'A>A PD>PD',
  take_back_increase: 'A>A',
  change_plan: 'A>A AE>AE',
  change_billing_profile: 'A>A AE>AE',
  operation_accepted: 'A>A AE>AE PD>PD',
  operation_refused: 'A>A AE>AE PD>PD',
  operation_unanswered: 'A>A AE>AE PD>PD',
  operation_expires: 'A>A AE>AE PD>PD',
  publisher_changes_quantity: 'A>A AE>AE',
  publisher_ends:
    'PA>X:publisher_cancelled A>X:publisher_cancelled AE>X:publisher_cancelled PD>X:publisher_cancelled PDE>X:publisher_cancelled',
  cancel_at_end: 'A>AE PD>PDE',
  undo_cancel: 'AE>A PDE>PD',
  cancel_now: 'A>X:cancelled AE>X:cancelled PD>X:cancelled PDE>X:cancelled',
  period_ends_charge_ok: 'A>A',
  period_ends_charge_failed: 'A>PD',
  period_ends: 'AE>X:cancelled PDE>X:cancelled PD>PD',
  fixed_term_ends: 'A>X:expired',
  retry_charge_ok: 'PD>A PDE>AE',
  retry_charge_declined: 'PD>PD PDE>PDE',
  paid_in_full: 'PD>A PDE>AE',
  payment_deadline_passes: 'PD>X:nonpayment PDE>X:nonpayment',
  payment_taken_back: 'A>PD AE>PDE PD>PD PDE>PDE',
  debt_taken_back: 'X>X',
  pay_debt: 'X>X',
  buy_again: 'X>X',
};

const events = listSubscriptionEvents();
const pairs = SUBSCRIPTION_STATES.flatMap((state) => events.map((event) => [state, event] as const));
const letterOf = (state: SubscriptionState) => Object.entries(LETTERS).find(([, name]) => name === state)?.[0];

describe('life of a subscription', () => {
  it('has every event in the expected table', () => {
    expect([...events].sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(pairs)('%s on %s', (state, event) => {
    const expected = EXPECTED[event].split(' ').find((pair) => pair.startsWith(`${letterOf(state)}>`));
    const outcome = nextState(state, event);
    expect(isPossible(state, event)).toBe(expected !== undefined);
    if (!outcome.ok) {
      expect(outcome.refusal).toBe('invalid_transition');
      return;
    }
    const { state: next, disabledReason } = outcome.value;
    const reason = disabledReason ? `:${disabledReason}` : '';
    expect(`${letterOf(state)}>${letterOf(next)}${reason}`).toBe(expected);
  });

  it('never leaves disabled, nor gives it another reason', () => {
    const left = events.map((event) => nextState('disabled', event)).filter((outcome) => outcome.ok);
    expect(left).toEqual([
      { ok: true, value: { state: 'disabled', disabledReason: undefined } },
      { ok: true, value: { state: 'disabled', disabledReason: undefined } },
      { ok: true, value: { state: 'disabled', disabledReason: undefined } },
    ]);
  });

  it('gives a reason whenever it disables', () => {
    const live = pairs.filter(([state]) => state !== 'disabled').map(([state, event]) => nextState(state, event));
    const disabled = live.filter((outcome) => outcome.ok && outcome.value.state === 'disabled');
    expect(disabled.length).toBeGreaterThan(0);
    expect(disabled.every((outcome) => outcome.ok && outcome.value.disabledReason !== undefined)).toBe(true);
  });
});

describe('who causes an event', () => {
  const TIME: readonly SubscriptionEvent[] = [
    'activation_deadline_passes',
    'operation_unanswered',
    'operation_expires',
    'period_ends_charge_ok',
    'period_ends_charge_failed',
    'period_ends',
    'fixed_term_ends',
    'retry_charge_ok',
    'retry_charge_declined',
    'payment_deadline_passes',
  ];
  const PUBLISHER: readonly SubscriptionEvent[] = [
    'resolve',
    'activate_charge_ok',
    'activate_charge_failed',
    'publisher_refuses_activation',
    'operation_accepted',
    'operation_refused',
    'publisher_changes_quantity',
    'publisher_ends',
  ];
  const BANK: readonly SubscriptionEvent[] = ['payment_taken_back', 'debt_taken_back'];

  it.each(events)('%s', (event) => {
    const cause = causeOf(event);
    if (TIME.includes(event)) return expect(cause).toBe('time');
    if (PUBLISHER.includes(event)) return expect(cause).toBe('publisher');
    if (BANK.includes(event)) return expect(cause).toBe('bank');
    if (cause === 'time' || cause === 'publisher' || cause === 'bank') throw new Error(`${event} is nobody's act`);
    const isOfOrganization = event === 'open_publisher_portal';
    const isOfInvoices = event === 'paid_in_full' || event === 'pay_debt';
    const asProfile = (role: 'owner' | 'contributor' | 'invoice_manager' | 'reader') =>
      may({ organizationRole: 'member', profileRoles: [role] }, cause);
    expect([asProfile('owner'), asProfile('contributor')]).toEqual([!isOfOrganization, !isOfOrganization]);
    expect([asProfile('invoice_manager'), asProfile('reader')]).toEqual([isOfInvoices, false]);
    expect(may({ organizationRole: 'app_admin', profileRoles: [] }, cause)).toBe(isOfOrganization);
  });

  it('is the permission that the actions ask for', () => {
    expect(permissionFor('cancel_at_end')).toBe('subscription.cancel');
    expect(permissionFor('increase_charge_ok')).toBe('subscription.increase');
    expect(permissionFor('change_billing_profile')).toBe('subscription.move');
  });

  it.each(pairs.filter(([state, event]) => isPossible(state, event)))('%s on %s leads to something', (state, event) => {
    const next = nextState(state, event);
    const moves = next.ok && next.value.state !== state;
    expect(effectsOf(state, event).length > 0 || moves).toBe(true);
    if (next.ok && next.value.state === 'disabled') expect(effectsOf(state, event)).not.toContain('goes_on');
  });
});
