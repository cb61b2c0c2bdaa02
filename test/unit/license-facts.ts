import type { Outcome } from '@/lib/domain/outcome';
import type { NewestIncrease, SubscriptionFacts } from '@/lib/domain/subscription-facts';

/** Stands on one of the office's invoices, of which nothing has been credited. */
export function billedOn(id: string) {
  return { billingProfileId: 'office', bill: { id, vatRateBp: 2500, creditedNetMinor: 0n } } as const;
}

export const TODAY = '2026-11-22';
export const FACTS: SubscriptionFacts = {
  pricing: 'per_license',
  state: 'active',
  quantity: 10,
  assignedQuantity: 4,
  minQuantity: 2,
  maxQuantity: 500,
  unitAmountMinor: 12900n,
  currency: 'SEK',
  vatCategory: 'S',
  vatRateBp: 2500,
  settlement: 'card',
  term: 'P1M',
  renews: true,
  periodStart: '2026-11-01',
  periodEnd: '2026-12-01',
  policyVersion: '2026-11',
  decreasePolicy: 'at_renewal',
  pendingChange: undefined,
  newestIncrease: undefined,
  profileCreditMinor: 0n,
  periodCharges: [{ id: 'period', ...billedOn('first'), netMinor: 129000n, creditedNetMinor: 0n }],
};
export const FLAT = { pricing: 'flat', quantity: null, assignedQuantity: null } as const;
export const PENDING = { pendingChange: { id: 'pending', to: 6 } };
export const NO_PERIOD = { state: 'pending_activation', periodStart: null, periodEnd: null } as const;
export const INCREASE: NewestIncrease = {
  id: 'increase',
  ...billedOn('second'),
  from: 10,
  to: 14,
  madeOn: TODAY,
  netMinor: 15480n,
  creditedNetMinor: 0n,
  isTakenBack: false,
};
export const INCREASED = { quantity: 14, newestIncrease: INCREASE } as const;

/** Nothing to pay, nothing given back. */
export const nothing = { netMinor: 0n, vatMinor: 0n, totalMinor: 0n };
/** 'ok' or the refusal's code. */
export const answerOf = <Value>(outcome: Outcome<Value, string>) => (outcome.ok ? 'ok' : outcome.refusal);

/** The value of an outcome that must be one. */
export function acceptedOf<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}
