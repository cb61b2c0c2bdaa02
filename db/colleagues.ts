import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { documentIssuedWith, type Figure } from '@/lib/domain/figures';
import { isNotified } from '@/lib/domain/notifications';
import type { OrganizationRole, ProfileRole } from '@/lib/domain/roles';
import { type Reader, read } from './client';
import { prepared } from './prepared';
import {
  billingProfileRoles,
  billingProfiles,
  invoiceRecipients,
  memberships,
  notificationChoices,
  organizations,
  people,
} from './schema';
import type { OrgScope } from './scope';

export type Colleague = { readonly name: string; readonly email: string };
export type RoleHolder = Colleague & { readonly role: ProfileRole };

/** Who holds one of the roles on a billing profile of the organization, by name: whom to ask. */
export async function listColleaguesWithRole(
  scope: OrgScope,
  billingProfileId: string,
  roles: readonly ProfileRole[],
): Promise<RoleHolder[]> {
  return read((db) =>
    db
      .select({ name: people.name, email: people.email, role: billingProfileRoles.role })
      .from(billingProfileRoles)
      .innerJoin(billingProfiles, eq(billingProfiles.id, billingProfileRoles.billingProfileId))
      .innerJoin(people, eq(people.id, billingProfileRoles.personId))
      .innerJoin(
        memberships,
        and(eq(memberships.personId, people.id), eq(memberships.organizationId, billingProfiles.organizationId)),
      )
      .where(
        and(
          eq(billingProfiles.id, billingProfileId),
          eq(billingProfiles.organizationId, scope.organizationId),
          inArray(billingProfileRoles.role, [...roles]),
        ),
      )
      .orderBy(asc(people.name)),
  );
}

/** Who holds one of the roles in the organization, by name. */
export async function listColleaguesWithOrganizationRole(
  scope: OrgScope,
  roles: readonly OrganizationRole[],
): Promise<Colleague[]> {
  return read((db) =>
    db
      .select({ name: people.name, email: people.email })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(and(eq(memberships.organizationId, scope.organizationId), inArray(memberships.role, [...roles])))
      .orderBy(asc(people.name)),
  );
}

/** Of a receipt, in their own language. Who has no account is an invoice recipient of the profile, by address. */
export type Recipient = { readonly email: string; readonly locale: string; readonly hasAccount: boolean };

/**
 * Who is sent a receipt: the person who acts, colleagues with a role on the profile who asked for what others do, then
 * the profile's recipients, who need no account.
 */
export async function listReceiptRecipients(scope: OrgScope, billingProfileId: string): Promise<Recipient[]> {
  const asked = { billingProfileId, organizationId: scope.organizationId, personId: scope.personId };
  const [[actor], readers, others] = await read(async (db) => [
    await actors(db).execute(asked),
    await profileReaders(db).execute(asked),
    await accountless(db).execute(asked),
  ]);
  const colleagues = readers
    .filter(({ personId }) => personId !== scope.personId)
    .filter(({ role, isWanted }) =>
      isNotified('receipts_of_others', isWanted === null ? {} : { receipts_of_others: isWanted }, {
        profileRoles: [role],
      }),
    )
    .map(({ email, own, locale }) => ({ email, locale: own ?? locale, hasAccount: true }));
  const told = [...colleagues, ...others.map((other) => ({ ...other, hasAccount: false }))];
  const all = actor ? [{ email: actor.email, locale: actor.own ?? actor.locale, hasAccount: true }, ...told] : told;
  return all.filter(({ email }, index) => all.findIndex((other) => other.email === email) === index);
}

/**
 * Of those who are sent a receipt, who is sent this one: an address without account gets the document that is issued
 * with what the figures state, and so no receipt beside it.
 */
export function receiptRecipients(all: readonly Recipient[], figures: readonly Figure[]): Recipient[] {
  return all.filter(({ hasAccount }) => hasAccount || documentIssuedWith(figures) === undefined);
}

const organizationId = sql.placeholder('organizationId');
const billingProfileId = sql.placeholder('billingProfileId');

const actors = prepared((db: Reader) =>
  db
    .select({ email: people.email, own: people.locale, locale: organizations.locale })
    .from(people)
    .innerJoin(organizations, eq(organizations.id, organizationId))
    .where(eq(people.id, sql.placeholder('personId')))
    .prepare(),
);

/** Members with a role on a billing profile of the organization, and what they chose about receipts of others. */
const profileReaders = prepared((db: Reader) =>
  db
    .select({
      personId: people.id,
      email: people.email,
      own: people.locale,
      locale: organizations.locale,
      role: billingProfileRoles.role,
      isWanted: notificationChoices.isWanted,
    })
    .from(billingProfileRoles)
    .innerJoin(people, eq(people.id, billingProfileRoles.personId))
    .innerJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.organizationId, organizationId)))
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .innerJoin(
      billingProfiles,
      and(
        eq(billingProfiles.id, billingProfileRoles.billingProfileId),
        eq(billingProfiles.organizationId, organizationId),
      ),
    )
    .leftJoin(
      notificationChoices,
      and(
        eq(notificationChoices.personId, people.id),
        eq(notificationChoices.billingProfileId, billingProfiles.id),
        eq(notificationChoices.kind, 'receipts_of_others'),
      ),
    )
    .where(eq(billingProfiles.id, billingProfileId))
    .orderBy(asc(people.name))
    .prepare(),
);

const accountless = prepared((db: Reader) =>
  db
    .select({ email: invoiceRecipients.email, locale: billingProfiles.documentLocale })
    .from(invoiceRecipients)
    .innerJoin(billingProfiles, eq(billingProfiles.id, invoiceRecipients.billingProfileId))
    .where(and(eq(billingProfiles.id, billingProfileId), eq(billingProfiles.organizationId, organizationId)))
    .orderBy(asc(invoiceRecipients.email))
    .prepare(),
);
