import { alias } from 'drizzle-orm/sqlite-core';
import type { PlanTerms } from '@/lib/domain/plans';
import { type plannedChanges, plans } from './schema';

/** The plan of a planned change, beside the plan that a subscription has. */
export const plannedPlans = alias(plans, 'planned_plans');

export const plannedPlanColumns = {
  id: plannedPlans.id,
  name: plannedPlans.name,
  pricing: plannedPlans.pricing,
  term: plannedPlans.term,
  minQuantity: plannedPlans.minQuantity,
  maxQuantity: plannedPlans.maxQuantity,
};

type Row = typeof plannedChanges.$inferSelect;

/** Another plan at the price that was agreed when it was planned; or the same one with fewer licenses. */
export type Planned = Omit<Row, 'quantity' | 'planId' | 'unitAmountMinor'> & { readonly personName: string | null } & (
    | { readonly plan: PlanTerms; readonly quantity: number | null }
    | { readonly plan: undefined; readonly quantity: number }
  );

export function plannedAs(
  row: Row | null,
  plan: Omit<PlanTerms, 'unitAmountMinor'> | null,
  personName: string | null,
): Planned | null {
  if (!row) return null;
  const { quantity, planId: _planId, unitAmountMinor, ...rest } = row;
  const planned = { ...rest, personName };
  if (plan && unitAmountMinor !== null) return { ...planned, plan: { ...plan, unitAmountMinor }, quantity };
  if (quantity === null) throw new Error('A planned change has a plan or a number');
  return { ...planned, plan: undefined, quantity };
}
