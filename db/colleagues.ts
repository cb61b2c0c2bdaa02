import { and, asc, eq, inArray } from 'drizzle-orm';
import { isNotified } from '@/lib/domain/notifications';
import type { OrganizationRole, ProfileRole } from '@/lib/domain/roles';
import { read } from './client';
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

export type Recipient = { readonly email: string; readonly locale: string };

/**
 * Who is sent a receipt: the person who acts, colleagues with a role on the profile who asked for what others do, then
 * the profile's recipients, who need no account.
 */
export async function listReceiptRecipients(scope: OrgScope, billingProfileId: string): Promise<Recipient[]> {
  const [actor] = await read((db) =>
    db
      .select({ email: people.email, own: people.locale, locale: organizations.locale })
      .from(people)
      .innerJoin(organizations, eq(organizations.id, scope.organizationId))
      .where(eq(people.id, scope.personId)),
  );
  const colleagues = (await listProfileReaders(scope, billingProfileId))
    .filter(({ personId }) => personId !== scope.personId)
    .filter(({ role, isWanted }) =>
      isNotified('receipts_of_others', isWanted === null ? {} : { receipts_of_others: isWanted }, {
        profileRoles: [role],
      }),
    )
    .map(({ email, own, locale }) => ({ email, locale: own ?? locale }));
  const others = await read((db) =>
    db
      .select({ email: invoiceRecipients.email, locale: billingProfiles.documentLocale })
      .from(invoiceRecipients)
      .innerJoin(billingProfiles, eq(billingProfiles.id, invoiceRecipients.billingProfileId))
      .where(
        and(
          eq(invoiceRecipients.billingProfileId, billingProfileId),
          eq(billingProfiles.organizationId, scope.organizationId),
        ),
      )
      .orderBy(asc(invoiceRecipients.email)),
  );
  const told = [...colleagues, ...others];
  const all = actor ? [{ email: actor.email, locale: actor.own ?? actor.locale }, ...told] : told;
  return all.filter(({ email }, index) => all.findIndex((other) => other.email === email) === index);
}

/** Members with a role on a billing profile of the organization, and what they chose about receipts of others. */
async function listProfileReaders(scope: OrgScope, billingProfileId: string) {
  return read((db) =>
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
      .innerJoin(
        memberships,
        and(eq(memberships.personId, people.id), eq(memberships.organizationId, scope.organizationId)),
      )
      .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
      .innerJoin(
        billingProfiles,
        and(
          eq(billingProfiles.id, billingProfileRoles.billingProfileId),
          eq(billingProfiles.organizationId, scope.organizationId),
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
      .orderBy(asc(people.name)),
  );
}
