import { FIRST_HASH, hashOfEntry } from '@/db/audit';
import { type AuditHead, type AuditRow, listAuditHeads, listAuditRows } from '@/db/audit-chain';
import type { JobScope } from '@/db/scope';
import { isSigned } from './head-signature';

/**
 * What is wrong at one place of a chain: an entry that is not there, is not as it was written, or is not the one that
 * was signed; a head that nobody here signed; entries that a head knows of and that are gone from the end.
 */
export type ChainFault = {
  readonly code: 'missing' | 'changed' | 'not_as_signed' | 'head_forged' | 'cut_off';
  readonly sequence: number;
};

/** How far the check has come: the place of the last entry and its hash. */
type Place = { readonly sequence: number; readonly hash: string };

export type ChainReport = { readonly entries: number; readonly heads: number; readonly fault: ChainFault | undefined };

const ROWS_AT_ONCE = 1000;

/** Reads an organization's whole chain against its hashes and its signed heads. Answers the first fault. */
export async function verifyChain(scope: JobScope, organizationId: string, key: string): Promise<ChainReport> {
  const heads = await listAuditHeads(scope, organizationId);
  const forged = heads.find((head) => !isSigned(head, key));
  let place: Place = { sequence: 0, hash: FIRST_HASH };
  const report = (fault: ChainFault | undefined) => ({ entries: place.sequence, heads: heads.length, fault });
  for (;;) {
    const rows = await listAuditRows(scope, { organizationId, after: place.sequence, limit: ROWS_AT_ONCE });
    for (const row of rows) {
      const fault = findRowFault(row, place, heads);
      if (fault) return report(fault);
      place = row;
    }
    if (rows.length < ROWS_AT_ONCE) break;
  }
  if (forged) return report({ code: 'head_forged', sequence: forged.sequence });
  const isCutOff = heads.some(({ sequence }) => sequence > place.sequence);
  return report(isCutOff ? { code: 'cut_off', sequence: place.sequence + 1 } : undefined);
}

function findRowFault(row: AuditRow, before: Place, heads: readonly AuditHead[]): ChainFault | undefined {
  const sequence = before.sequence + 1;
  if (row.sequence !== sequence) return { code: 'missing', sequence };
  if (row.previousHash !== before.hash || row.hash !== hashOfEntry(row)) return { code: 'changed', sequence };
  const isOtherSigned = heads.some((head) => head.sequence === sequence && head.hash !== row.hash);
  return isOtherSigned ? { code: 'not_as_signed', sequence } : undefined;
}
