import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Day } from '@/lib/domain/days';
import type { Outcome } from '@/lib/domain/outcome';
import type { HashedEntry } from './audit';
import { read, write } from './client';
import { auditEntries, auditHeads, organizations } from './schema';
import type { JobScope } from './scope';

export type AuditRow = HashedEntry & { readonly id: string; readonly hash: string };

/** How far a chain reached on a day. `signedAt` in epoch milliseconds. */
export type AuditHead = {
  readonly organizationId: string;
  readonly signedOn: Day;
  readonly sequence: number;
  readonly hash: string;
  readonly signedAt: number;
  readonly signature: string;
};

/** Every organization, by id. */
export async function listOrganizations(_scope: JobScope) {
  return read((db) =>
    db.select({ id: organizations.id, name: organizations.name }).from(organizations).orderBy(asc(organizations.id)),
  );
}

/** The next entries of an organization's chain, in its order. */
export async function listAuditRows(
  _scope: JobScope,
  { organizationId, after, limit }: { organizationId: string; after: number; limit: number },
): Promise<AuditRow[]> {
  const rows = await read((db) =>
    db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.organizationId, organizationId), gt(auditEntries.sequence, after)))
      .orderBy(asc(auditEntries.sequence))
      .limit(limit),
  );
  return rows.map(({ before, after: since, ...row }) => ({ ...row, before: factsOf(before), after: factsOf(since) }));
}

function factsOf(stored: unknown): AuditRow['before'] {
  return typeof stored === 'object' && stored !== null ? Object.fromEntries(Object.entries(stored)) : {};
}

/** The signed heads of an organization's chain, oldest first. */
export async function listAuditHeads(_scope: JobScope, organizationId: string): Promise<AuditHead[]> {
  return read((db) =>
    db
      .select()
      .from(auditHeads)
      .where(eq(auditHeads.organizationId, organizationId))
      .orderBy(asc(auditHeads.sequence), asc(auditHeads.signedOn)),
  );
}

/** The last entry of every chain that has no head of this day yet and has grown since its last one. */
export async function listUnsignedEnds(_scope: JobScope, signedOn: Day) {
  return read((db) =>
    db
      .select({
        organizationId: auditEntries.organizationId,
        sequence: auditEntries.sequence,
        hash: auditEntries.hash,
      })
      .from(organizations)
      .innerJoin(
        auditEntries,
        sql`${auditEntries.organizationId} = ${organizations.id} and ${auditEntries.sequence} =
          (select max(e.sequence) from audit_entries e where e.organization_id = ${organizations.id})`,
      )
      .where(
        sql`not exists (select 1 from audit_heads h where h.organization_id = ${auditEntries.organizationId}
          and (h.signed_on >= ${signedOn} or h.sequence >= ${auditEntries.sequence}))`,
      )
      .orderBy(asc(organizations.id)),
  );
}

/** Appends a head, unless the day has one by now. */
export async function saveAuditHead(_scope: JobScope, head: AuditHead): Promise<Outcome<void, 'busy'>> {
  return write(async (tx) => {
    const { organizationId, signedOn } = head;
    const isOfDay = and(eq(auditHeads.organizationId, organizationId), eq(auditHeads.signedOn, signedOn));
    if ((await tx.$count(auditHeads, isOfDay)) === 0) await tx.insert(auditHeads).values(head);
  });
}
