import type { PlanTerms } from '@/lib/domain/plans';

/** Plans of one app in one currency, each with what it is told apart by. */
export const STANDARD: PlanTerms = {
  id: 'standard',
  name: 'Standard',
  pricing: 'per_license',
  term: 'P1M',
  minQuantity: 2,
  maxQuantity: 500,
  unitAmountMinor: 12900n,
};
export const PLUS: PlanTerms = { ...STANDARD, id: 'plus', name: 'Plus', unitAmountMinor: 16900n };
export const LIGHT: PlanTerms = { ...STANDARD, id: 'light', name: 'Light', unitAmountMinor: 4900n, maxQuantity: 20 };
export const YEARLY: PlanTerms = { ...STANDARD, id: 'yearly', name: 'Yearly', term: 'P1Y', unitAmountMinor: 129000n };
export const TOTAL: PlanTerms = {
  ...STANDARD,
  id: 'total',
  name: 'Total',
  pricing: 'flat',
  minQuantity: null,
  maxQuantity: null,
  unitAmountMinor: 190000n,
};

/** Twelve licenses of the yearly plan, from the renewal. */
export const PENDING_PLAN = { pendingChange: { id: 'pending', to: 12, plan: YEARLY } };
