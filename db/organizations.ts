import type { Currency } from '@/lib/domain/money';
import type { Settlement } from '@/lib/domain/plans';
import type { OrganizationRole, ProfileRole } from '@/lib/domain/roles';
import { read, write } from './client';
import { type PaymentMethodDraft, switchMethod } from './payment-methods';
import { billingProfileRoles, billingProfiles, invoiceRecipients, memberships, organizations, people } from './schema';
import type { JobScope } from './scope';

export type OrganizationDraft = {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1, capitals. */
  readonly country: string;
  readonly locale: string;
  readonly timeZone: string;
};

export type MemberDraft = {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly role: OrganizationRole;
};

export type BillingProfileDraft = {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly country: string;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly documentLocale: string;
  readonly settlement: Settlement;
  readonly roles: readonly { readonly personId: string; readonly role: ProfileRole }[];
  /** Addresses that need no account. */
  readonly recipients: readonly string[];
  readonly paymentMethod: PaymentMethodDraft;
};

/** Whether any organization has joined yet. */
export async function hasOrganizations(_scope: JobScope): Promise<boolean> {
  return (await read((db) => db.$count(organizations))) > 0;
}

export async function saveOrganization(_scope: JobScope, draft: OrganizationDraft, createdAt: number) {
  return write((tx) => tx.insert(organizations).values({ ...draft, createdAt }));
}

/** A new person with their place in an organization. */
export async function saveMember(_scope: JobScope, draft: MemberDraft, createdAt: number) {
  const { id, name, email, organizationId, role } = draft;
  return write(async (tx) => {
    await tx.insert(people).values({ id, name, email, createdAt });
    await tx.insert(memberships).values({ organizationId, personId: id, role, createdAt });
  });
}

/** A billing profile with who has which role on it, who gets its invoices, and what it is paid with. */
export async function saveBillingProfile(_scope: JobScope, draft: BillingProfileDraft, createdAt: number) {
  const { roles, recipients, paymentMethod, ...profile } = draft;
  const ofProfile = { billingProfileId: draft.id, createdAt };
  return write(async (tx) => {
    await tx.insert(billingProfiles).values({ ...profile, createdAt });
    await tx.insert(billingProfileRoles).values(roles.map((granted) => ({ ...granted, ...ofProfile })));
    await tx.insert(invoiceRecipients).values(recipients.map((email) => ({ email, ...ofProfile })));
    await switchMethod(tx, draft.id, 'primary', paymentMethod, createdAt);
  });
}

/** From now on this is charged; what was in use before stays on record. */
export async function replacePaymentMethod(
  _scope: JobScope,
  billingProfileId: string,
  paymentMethod: PaymentMethodDraft,
  replacedAt: number,
) {
  return write((tx) => switchMethod(tx, billingProfileId, 'primary', paymentMethod, replacedAt));
}
