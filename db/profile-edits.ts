import { and, eq, exists, inArray, notInArray } from 'drizzle-orm';
import type { BillingDetails } from '@/lib/domain/billing-details';
import type { Outcome } from '@/lib/domain/outcome';
import { profileRolesThatMay } from '@/lib/domain/roles';
import { type Act, type ActRefusal, saveAct } from './acts';
import type { Transaction } from './client';
import { billingProfileRoles, billingProfiles, invoiceRecipients } from './schema';
import type { OrgScope } from './scope';

export type ProfileEdit = {
  readonly act: Omit<Act, 'act' | 'subscriptionId' | 'billingProfileId'>;
  readonly billingProfileId: string;
  /** The version the form was rendered from. */
  readonly version: number;
  readonly details: BillingDetails;
};

/** The profile's details as they are from now on. Answers the receipt's id; `stale` when somebody was faster. */
export async function saveProfileEdit(
  scope: OrgScope,
  edit: ProfileEdit,
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const { act, billingProfileId, details } = edit;
  const about = { act: 'edit_billing_profile', subscriptionId: null, billingProfileId } as const;
  return saveAct(scope, { ...act, ...about }, async (tx) => {
    if (!(await writeDetails(tx, scope, edit))) return 'stale';
    await writeRecipients(tx, scope, { billingProfileId, recipients: details.recipients, createdAt: act.now });
    return {};
  });
}

async function writeDetails(tx: Transaction, scope: OrgScope, { billingProfileId, version, details }: ProfileEdit) {
  const { recipients: _, ...columns } = details;
  const ownRole = tx
    .select({ role: billingProfileRoles.role })
    .from(billingProfileRoles)
    .where(
      and(
        eq(billingProfileRoles.billingProfileId, billingProfileId),
        eq(billingProfileRoles.personId, scope.personId),
        inArray(billingProfileRoles.role, profileRolesThatMay('profile.edit')),
      ),
    );
  const written = await tx
    .update(billingProfiles)
    .set({ ...columns, version: version + 1 })
    .where(
      and(
        eq(billingProfiles.id, billingProfileId),
        eq(billingProfiles.organizationId, scope.organizationId),
        eq(billingProfiles.version, version),
        exists(ownRole),
      ),
    )
    .returning({ id: billingProfiles.id });
  return written.length === 1;
}

type NewRecipients = {
  readonly billingProfileId: string;
  readonly recipients: readonly string[];
  readonly createdAt: number;
};

/** Those who stay keep the day they were added. */
async function writeRecipients(
  tx: Transaction,
  scope: OrgScope,
  { billingProfileId, recipients, createdAt }: NewRecipients,
) {
  const own = tx
    .select({ id: billingProfiles.id })
    .from(billingProfiles)
    .where(and(eq(billingProfiles.id, billingProfileId), eq(billingProfiles.organizationId, scope.organizationId)));
  await tx
    .delete(invoiceRecipients)
    .where(and(inArray(invoiceRecipients.billingProfileId, own), notInArray(invoiceRecipients.email, [...recipients])));
  if (recipients.length === 0) return;
  await tx
    .insert(invoiceRecipients)
    .values(recipients.map((email) => ({ billingProfileId, email, createdAt })))
    .onConflictDoNothing();
}
