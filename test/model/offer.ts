import type { Plan } from './reference/account';

const upTo = (max: number, min = 1) => ({ min, max });

/** Ways to buy, with prices that do not divide by days; `free` and `tiny` leave lines out. */
export const PLANS = [
  { id: 'usual', unit: 12_900n, months: 1, range: upTo(12), fewer: 'at_renewal' },
  { id: 'odd', unit: 333n, months: 1, range: upTo(11, 2), fewer: 'immediate' },
  { id: 'tiny', unit: 1n, months: 1, range: upTo(12), fewer: 'immediate' },
  { id: 'yearly', unit: 129_001n, months: 12, range: upTo(12), fewer: 'at_renewal' },
  { id: 'fixed', unit: 4_999n, months: 1, range: upTo(12), fewer: 'never' },
  { id: 'flat', unit: 89_000n, months: 1, range: null, fewer: 'at_renewal' },
  { id: 'free', unit: 0n, months: 1, range: upTo(12), fewer: 'at_renewal' },
] as const satisfies readonly Plan[];

export type PlanName = (typeof PLANS)[number]['id'];

export function planOf(id: PlanName): Plan {
  const found = PLANS.find((plan) => plan.id === id);
  if (!found) throw new Error(`No plan ${id}`);
  return found;
}
