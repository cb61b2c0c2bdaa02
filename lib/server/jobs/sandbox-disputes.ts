import { listPaidReferences } from '@/db/disputes';
import type { JobScope } from '@/db/scope';
import type { Day } from '@/lib/domain/days';
import { answerProviderEvent } from '@/lib/server/payment/provider-event';
import { DISPUTED_REFERENCE } from '@/lib/server/payment/sandbox';

const TAKEN_BACK_AFTER_MS = 10 * 24 * 60 * 60_000;

/** Ten days after a payment with the sandbox's card for it, the payer's bank takes the money back. */
export async function runSandboxDisputes(scope: JobScope, _today: Day, now: number): Promise<void> {
  for (const reference of await listPaidReferences(scope, DISPUTED_REFERENCE, now - TAKEN_BACK_AFTER_MS)) {
    await answerProviderEvent({ kind: 'charge_disputed', reference }, now);
  }
}
