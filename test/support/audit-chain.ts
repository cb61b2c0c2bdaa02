import { z } from 'zod';
import { hashOfEntry } from '@/db/audit';
import { AUDIT_ACTS } from '@/lib/domain/acts';

const facts = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.record(z.string(), z.union([z.string(), z.number(), z.null()])));

/** A row of the audit as the database file holds it. */
export const auditRow = z
  .object({
    organization_id: z.string(),
    sequence: z.number(),
    at: z.number(),
    person_id: z.string().nullable(),
    act: z.enum(AUDIT_ACTS),
    subscription_id: z.string().nullable(),
    billing_profile_id: z.string().nullable(),
    before: facts,
    after: facts,
    previous_hash: z.string(),
    hash: z.string(),
  })
  .transform(({ organization_id, person_id, subscription_id, billing_profile_id, previous_hash, ...row }) => ({
    ...row,
    organizationId: organization_id,
    personId: person_id,
    subscriptionId: subscription_id,
    billingProfileId: billing_profile_id,
    previousHash: previous_hash,
  }));

export type AuditRow = z.infer<typeof auditRow>;

/** The first place of an organization's chain, rows in order, that is not as it was written; undefined when all are. */
export function findBrokenPlace(rows: readonly AuditRow[]): number | undefined {
  let previousHash = '0'.repeat(64);
  for (const [index, row] of rows.entries()) {
    const isInPlace = row.sequence === index + 1 && row.previousHash === previousHash;
    if (!isInPlace || row.hash !== hashOfEntry(row)) return index + 1;
    previousHash = row.hash;
  }
  return undefined;
}
