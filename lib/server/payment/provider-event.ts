import { findChargeByReference, saveApproved } from '@/db/approvals';
import { saveDisputed } from '@/db/disputes';
import { JobScope } from '@/db/scope-mint';
import { writeLine } from '@/lib/server/log';

/** What a provider tells by itself: a charge has its money, or the payer's bank has taken it back. */
export type ProviderEvent = { readonly kind: 'charge_settled' | 'charge_disputed'; readonly reference: string };

const scope = new JobScope('provider-event');

/**
 * Does what follows from it, once: told again, out of order or of a charge that we do not know, nothing happens. Throws
 * when it could not be written, so that the provider tells it again.
 */
export async function answerProviderEvent({ kind, reference }: ProviderEvent, now: number): Promise<void> {
  if (kind === 'charge_settled') {
    const chargeId = await findChargeByReference(scope, reference);
    const saved = chargeId === undefined ? undefined : await saveApproved(scope, chargeId, now);
    if (saved?.ok === false) throw new Error('A settled charge could not be written');
    return;
  }
  const saved = await saveDisputed(scope, reference, now);
  if (!saved.ok) throw new Error('A disputed charge could not be written');
  writeLine({ level: 'warn', event: kind, reference, tookBack: saved.value });
}
