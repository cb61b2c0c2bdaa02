import type { AuditAct } from './acts';

/** Facts before or after an act: codes, numbers, days, names; amounts as decimal digits of minor units. */
export type ActFacts = Readonly<Record<string, string | number | null>>;

type VariedAct = AuditAct | 'activate_unpaid' | 'renew_unpaid' | 'renew_changed' | 'renew_plan';

/** An act as it is told: an activation or renewal may fail to be paid, and a renewal may apply a planned change. */
export function variantOf(act: AuditAct, before: ActFacts, after: ActFacts): VariedAct {
  if (act === 'activate') return after.state === 'past_due' ? 'activate_unpaid' : act;
  if (act !== 'renew') return act;
  if (after.state === 'past_due') return 'renew_unpaid';
  if ('plan' in after) return 'renew_plan';
  return 'quantity' in after && after.quantity !== before.quantity ? 'renew_changed' : act;
}
