import type { AccountAct } from '@/lib/domain/acts';
import { type AuditFacts, recordAuditEntry } from './audit';
import type { Transaction } from './client';
import type { PersonScope } from './scope';

export type AccountChange = {
  readonly act: AccountAct;
  readonly billingProfileId?: string;
  readonly before: AuditFacts;
  readonly after: AuditFacts;
  readonly at: number;
};

/** Tells the person's organization, if there is one, what they changed about their own account. */
export async function recordAccountAct(tx: Transaction, scope: PersonScope, change: AccountChange): Promise<void> {
  const { personId, organizationId } = scope;
  if (organizationId === undefined) return;
  const billingProfileId = change.billingProfileId ?? null;
  await recordAuditEntry(tx, { ...change, organizationId, personId, subscriptionId: null, billingProfileId });
}
