import type { AuditAct } from './acts';

/** Facts before or after an act: codes, numbers, days, names; amounts as decimal digits of minor units. */
export type ActFacts = Readonly<Record<string, string | number | null>>;

type VariedAct = AuditAct | 'activate_unpaid' | 'renew_unpaid' | 'renew_changed' | 'renew_plan' | 'end_expired';

/**
 * An act as it is told: an activation or renewal may fail to be paid, a renewal may apply a planned change, and an end
 * may be that of a fixed term.
 */
export function variantOf(act: AuditAct, before: ActFacts, after: ActFacts): VariedAct {
  if (act === 'activate') return after.state === 'past_due' ? 'activate_unpaid' : act;
  if (act === 'end') return after.disabledReason === 'expired' ? 'end_expired' : act;
  if (act !== 'renew') return act;
  if (after.state === 'past_due') return 'renew_unpaid';
  if ('plan' in after) return 'renew_plan';
  return 'quantity' in after && after.quantity !== before.quantity ? 'renew_changed' : act;
}
