import { and, eq, sql } from 'drizzle-orm';
import type { PostalAddress } from '@/lib/domain/address';
import type { Currency } from '@/lib/domain/money';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import type { Settlement } from '@/lib/domain/plans';
import type { OrganizationRole, ProfileRole } from '@/lib/domain/roles';
import { recordAuditEntry } from './audit';
import { read, type Transaction, write } from './client';
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

/** What a profile says of itself on its invoices. Null: not said. */
export type BillTo = PostalAddress & {
  /** Who the bill is made out to; the organization when it is not said. */
  readonly billToName: string | null;
  readonly country: string;
  readonly contactName: string | null;
  /** In lower case. */
  readonly contactEmail: string | null;
  /** E.164. */
  readonly contactPhone: string | null;
  readonly poNumber: string | null;
  /** Capitals and digits only. */
  readonly vatNumber: string | null;
};

export type BillingProfileDraft = BillTo & {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
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
  return write((tx) => insertMember(tx, draft, createdAt));
}

/** A billing profile with who has which role on it, who gets its invoices, and what it is paid with. */
export async function saveBillingProfile(_scope: JobScope, draft: BillingProfileDraft, createdAt: number) {
  return write((tx) => insertBillingProfile(tx, draft, createdAt));
}

export type NewOrganization = {
  readonly organization: OrganizationDraft;
  readonly owner: MemberDraft;
  /** What can be bought with; without one nothing can. */
  readonly billingProfile: BillingProfileDraft | undefined;
};

/** An organization with its first owner, in one transaction; refused when its name in its country or the address is taken. */
export async function saveNewOrganization(
  _scope: JobScope,
  { organization, owner, billingProfile }: NewOrganization,
  createdAt: number,
): Promise<Outcome<void, 'organization_exists' | 'person_exists' | 'busy'>> {
  const saved = await write(async (tx) => {
    const alike = and(eq(organizations.name, organization.name), eq(organizations.country, organization.country));
    if ((await tx.$count(organizations, alike)) > 0) return refuse('organization_exists');
    if ((await tx.$count(people, eq(people.email, owner.email))) > 0) return refuse('person_exists');
    await tx.insert(organizations).values({ ...organization, createdAt });
    await insertMember(tx, owner, createdAt);
    if (billingProfile) await insertBillingProfile(tx, billingProfile, createdAt);
    await recordAuditEntry(tx, {
      organizationId: organization.id,
      personId: undefined,
      act: 'create_organization',
      subscriptionId: null,
      billingProfileId: null,
      before: {},
      after: { owner: owner.name, billingProfile: billingProfile?.name ?? null },
      at: createdAt,
    });
    return accept(undefined);
  });
  return saved.ok ? saved.value : saved;
}

async function insertMember(tx: Transaction, draft: MemberDraft, createdAt: number): Promise<void> {
  const { id, name, email, organizationId, role } = draft;
  await tx.insert(people).values({ id, name, email, createdAt });
  await tx.insert(memberships).values({ organizationId, personId: id, role, createdAt });
}

async function insertBillingProfile(tx: Transaction, draft: BillingProfileDraft, createdAt: number): Promise<void> {
  const { roles, recipients, paymentMethod, ...profile } = draft;
  const ofProfile = { billingProfileId: draft.id, createdAt };
  await tx.insert(billingProfiles).values({ ...profile, createdAt });
  await tx.insert(billingProfileRoles).values(roles.map((granted) => ({ ...granted, ...ofProfile })));
  for (const email of recipients) await tx.insert(invoiceRecipients).values({ email, ...ofProfile });
  await switchMethod(tx, draft.id, 'primary', paymentMethod, createdAt);
}

/** From now on this is charged; what was in use before stays on record. */
export async function replacePaymentMethod(
  _scope: JobScope,
  billingProfileId: string,
  paymentMethod: PaymentMethodDraft,
  replacedAt: number,
) {
  return write(async (tx) => {
    await switchMethod(tx, billingProfileId, 'primary', paymentMethod, replacedAt);
    await tx
      .update(billingProfiles)
      .set({ version: sql`${billingProfiles.version} + 1` })
      .where(eq(billingProfiles.id, billingProfileId));
  });
}
