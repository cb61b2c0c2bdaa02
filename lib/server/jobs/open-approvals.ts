import { listOpenApprovals, saveApproved, saveNotApproved } from '@/db/approvals';
import type { JobScope } from '@/db/scope';
import type { Day } from '@/lib/domain/days';
import { APPROVAL_DAYS } from '@/lib/domain/policies';
import { paymentProvider } from '@/lib/server/payment/provider';

const LIFE_MS = APPROVAL_DAYS * 24 * 60 * 60_000;

/** Asks what became of charges that a bank wants approved: payers do not always come back. Some days later it has declined. */
export async function runOpenApprovals(scope: JobScope, _today: Day, now: number): Promise<void> {
  for (const { id, reference, askedAt } of await listOpenApprovals(scope)) {
    const found = await paymentProvider().findApproval(reference);
    const answer = found.ok ? found.value : 'open';
    if (answer === 'succeeded') await saveApproved(scope, id, now);
    else if (answer === 'declined' || now - askedAt >= LIFE_MS) await saveNotApproved(scope, id, now);
  }
}
