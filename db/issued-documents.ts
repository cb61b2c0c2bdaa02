import { and, asc, eq, gte, lte } from 'drizzle-orm';
import type { MonthSpan } from '@/lib/domain/document-period';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { read } from './client';
import { parseSnapshot } from './document-snapshot';
import { billingProfiles, documents } from './schema';
import type { OrgScope } from './scope';

/** What was frozen of every document of the organization's profile that was issued in the months, oldest first. */
export async function listSnapshots(
  scope: OrgScope,
  billingProfileId: string,
  { from, to }: MonthSpan,
): Promise<DocumentSnapshot[]> {
  const rows = await read((db) =>
    db
      .select({ snapshot: documents.snapshot })
      .from(documents)
      .innerJoin(billingProfiles, eq(billingProfiles.id, documents.billingProfileId))
      .where(
        and(
          eq(documents.billingProfileId, billingProfileId),
          eq(billingProfiles.organizationId, scope.organizationId),
          gte(documents.issuedOn, `${from}-01`),
          lte(documents.issuedOn, `${to}-31`),
        ),
      )
      .orderBy(asc(documents.issuedAt), asc(documents.kind), asc(documents.number)),
  );
  return rows.map(({ snapshot }) => parseSnapshot(snapshot));
}
