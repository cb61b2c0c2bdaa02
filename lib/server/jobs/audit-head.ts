import { type AuditHead, listUnsignedEnds, saveAuditHead } from '@/db/audit-chain';
import type { JobScope } from '@/db/scope';
import type { Day } from '@/lib/domain/days';
import type { Outcome } from '@/lib/domain/outcome';
import { auditKey, signatureOf } from '@/lib/server/audit/head-signature';

/**
 * Signs how far each organization's audit has come, once a day where it has grown: entries cut off its end leave a head
 * that points at nothing. May run as often as it likes.
 */
export async function saveAuditHeads(
  scope: JobScope,
  today: Day,
  now: number,
): Promise<readonly Outcome<void, 'busy'>[]> {
  const ends = await listUnsignedEnds(scope, today);
  if (ends.length === 0) return [];
  const key = auditKey();
  const saved: Outcome<void, 'busy'>[] = [];
  for (const end of ends) {
    const head: Omit<AuditHead, 'signature'> = { ...end, signedOn: today, signedAt: now };
    saved.push(await saveAuditHead(scope, { ...head, signature: signatureOf(head, key) }));
  }
  return saved;
}
