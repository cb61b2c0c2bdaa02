import { listOrganizations } from '@/db/audit-chain';
import { JobScope } from '@/db/scope-mint';
import { auditKey } from '@/lib/server/audit/head-signature';
import { type ChainReport, verifyChain } from '@/lib/server/audit/verify-chain';

export type OrganizationReport = ChainReport & { readonly id: string; readonly name: string };

/** Checks every organization's audit, by id. */
export async function verifyAudit(): Promise<OrganizationReport[]> {
  const scope = new JobScope('audit');
  const key = auditKey();
  const reports: OrganizationReport[] = [];
  for (const organization of await listOrganizations(scope)) {
    reports.push({ ...organization, ...(await verifyChain(scope, organization.id, key)) });
  }
  return reports;
}
