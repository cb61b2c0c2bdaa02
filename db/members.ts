import { asc, eq, sql } from 'drizzle-orm';
import type { OrganizationRole, ProfileRole } from '@/lib/domain/roles';
import { read } from './client';
import { billingProfileRoles, billingProfiles, memberships, organizations, people } from './schema';
import type { OrgScope } from './scope';

type HeldRole = { readonly profile: string; readonly role: ProfileRole };

export type Member = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: OrganizationRole;
  /** Of mail to them: their own, or the organization's. */
  readonly locale: string;
  /** On the organization's billing profiles, by their name. */
  readonly profileRoles: readonly HeldRole[];
  /** The only owner of the organization. */
  readonly isLastOwner: boolean;
  /** Names of the billing profiles that nobody else owns. */
  readonly soleOwnerOf: readonly string[];
};

/** Everybody of the organization, by name. */
export async function listMembers(scope: OrgScope): Promise<Member[]> {
  return read(async (db) => {
    const members = await db
      .select({
        personId: people.id,
        name: people.name,
        email: people.email,
        role: memberships.role,
        locale: sql<string>`coalesce(${people.locale}, ${organizations.locale})`,
      })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
      .where(eq(memberships.organizationId, scope.organizationId))
      .orderBy(asc(people.name), asc(people.email));
    const held = await db
      .select({
        personId: billingProfileRoles.personId,
        profileId: billingProfiles.id,
        profile: billingProfiles.name,
        role: billingProfileRoles.role,
      })
      .from(billingProfileRoles)
      .innerJoin(billingProfiles, eq(billingProfiles.id, billingProfileRoles.billingProfileId))
      .where(eq(billingProfiles.organizationId, scope.organizationId))
      .orderBy(asc(billingProfiles.name));
    const owners = members.filter(({ role }) => role === 'owner');
    const owned = held.filter(({ role }) => role === 'owner');
    const isOnlyOwner = (profileId: string) => owned.filter((each) => each.profileId === profileId).length === 1;
    return members.map((member) => ({
      ...member,
      profileRoles: held
        .filter(({ personId }) => personId === member.personId)
        .map(({ profile, role }) => ({ profile, role })),
      isLastOwner: member.role === 'owner' && owners.length === 1,
      soleOwnerOf: owned
        .filter(({ personId, profileId }) => personId === member.personId && isOnlyOwner(profileId))
        .map(({ profile }) => profile),
    }));
  });
}

/** The member if they are of the scope's organization, else undefined. */
export async function findMember(scope: OrgScope, personId: string): Promise<Member | undefined> {
  return (await listMembers(scope)).find((member) => member.personId === personId);
}
