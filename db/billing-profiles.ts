import { and, asc, eq } from 'drizzle-orm';
import { type Reader, read } from './client';
import { backupMethods, isInUse } from './payment-methods';
import { billingProfiles, invoiceRecipients, paymentMethods } from './schema';
import type { OrgScope } from './scope';

/** A profile with what it is paid with now, and its backup. */
export type BillingProfile = Awaited<ReturnType<typeof selectProfiles>>[number];

/** The organization's profiles, by name. */
export async function listBillingProfiles(scope: OrgScope): Promise<BillingProfile[]> {
  return read((db) => selectProfiles(db, eq(billingProfiles.organizationId, scope.organizationId)));
}

/** The profile if it is the organization's own, else undefined. */
export async function findBillingProfile(scope: OrgScope, id: string): Promise<BillingProfile | undefined> {
  const [found] = await read((db) =>
    selectProfiles(db, and(eq(billingProfiles.id, id), eq(billingProfiles.organizationId, scope.organizationId))),
  );
  return found;
}

/** Addresses that are sent the profile's invoices and need no account, by address. */
export async function listInvoiceRecipients(scope: OrgScope, billingProfileId: string): Promise<string[]> {
  const rows = await read((db) =>
    db
      .select({ email: invoiceRecipients.email })
      .from(invoiceRecipients)
      .innerJoin(billingProfiles, eq(billingProfiles.id, invoiceRecipients.billingProfileId))
      .where(and(eq(billingProfiles.id, billingProfileId), eq(billingProfiles.organizationId, scope.organizationId)))
      .orderBy(asc(invoiceRecipients.email)),
  );
  return rows.map(({ email }) => email);
}

async function selectProfiles(db: Reader, condition: ReturnType<typeof and>) {
  const rows = await db
    .select({ profile: billingProfiles, paymentMethod: paymentMethods, backupMethod: backupMethods })
    .from(billingProfiles)
    .leftJoin(paymentMethods, isInUse(paymentMethods, billingProfiles.id, 'primary'))
    .leftJoin(backupMethods, isInUse(backupMethods, billingProfiles.id, 'backup'))
    .where(condition)
    .orderBy(asc(billingProfiles.name));
  return rows.map(({ profile, ...methods }) => ({ ...profile, ...methods }));
}
