import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AuditHead } from '@/db/audit-chain';
import { canonicalJson } from '@/lib/domain/canonical-json';
import { settings } from '@/lib/env';
import { keptSecret } from '@/lib/kept-secret';

/** What signs the heads of the audit: kept beside the database and never in it, so that the file alone forges none. */
export function auditKey(): string {
  return keptSecret(settings().dataFolder, 'audit-key');
}

/** HMAC-SHA-256 of all that a head says, as 64 hex digits. */
export function signatureOf(head: Omit<AuditHead, 'signature'>, key: string): string {
  const { organizationId, signedOn, sequence, hash, signedAt } = head;
  const text = canonicalJson({ format: 1, organizationId, signedOn, sequence, hash, signedAt });
  return createHmac('sha256', key).update(text).digest('hex');
}

export function isSigned(head: AuditHead, key: string): boolean {
  const expected = Buffer.from(signatureOf(head, key));
  const found = Buffer.from(head.signature);
  return found.length === expected.length && timingSafeEqual(found, expected);
}
