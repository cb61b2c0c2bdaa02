import { and, asc, eq, exists, ne, type SQL, sql } from 'drizzle-orm';
import type { Outcome } from '@/lib/domain/outcome';
import type { RoleChange } from '@/lib/domain/profile-roles';
import type { ProfileRole } from '@/lib/domain/roles';
import { type Act, type ActRefusal, saveAct } from './acts';
import { type Reader, read, type Transaction } from './client';
import { newId } from './ids';
import { type PayloadOf, recordOutboxEvent } from './outbox';
import { billingProfileRoles, billingProfiles, memberships, organizations, people } from './schema';
import type { OrgScope } from './scope';

/** A member of the organization with the role they hold on one of its profiles, if any. */
export type ProfileMember = Awaited<ReturnType<typeof listProfileMembers>>[number];

/** Every member of the organization, by name; nobody where the profile is not the organization's own. */
export async function listProfileMembers(scope: OrgScope, billingProfileId: string) {
  const rows = await read((db) =>
    db
      .select({
        id: people.id,
        name: people.name,
        email: people.email,
        own: people.locale,
        locale: organizations.locale,
        role: billingProfileRoles.role,
      })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
      .innerJoin(billingProfiles, eq(billingProfiles.organizationId, memberships.organizationId))
      .leftJoin(
        billingProfileRoles,
        and(eq(billingProfileRoles.billingProfileId, billingProfiles.id), eq(billingProfileRoles.personId, people.id)),
      )
      .where(and(eq(memberships.organizationId, scope.organizationId), eq(billingProfiles.id, billingProfileId)))
      .orderBy(asc(people.name)),
  );
  return rows.map(({ own, ...row }) => ({ ...row, locale: own ?? row.locale }));
}

export type RoleGiving = {
  readonly act: Omit<Act, 'subscriptionId' | 'billingProfileId' | 'act'>;
  readonly billingProfileId: string;
  readonly personId: string;
  readonly change: RoleChange;
  /** Null takes the role away. */
  readonly role: ProfileRole | null;
  /** To the person whose role it is, unless they act themselves. */
  readonly mail: PayloadOf<'profile_role_mail'> | undefined;
};

/**
 * The role as it is from now on. Answers the receipt's id; `stale` when the person has another role by now, is no member
 * any longer, the one who acts is no owner, or the profile would be left without one.
 */
export async function saveRole(scope: OrgScope, giving: RoleGiving): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const { act, billingProfileId, change, mail } = giving;
  return saveAct(scope, { ...act, act: change.act, subscriptionId: null, billingProfileId }, async (tx) => {
    if (!(await moveVersion(tx, scope, giving))) return 'stale';
    await writeRole(tx, giving, act.now);
    if (mail) await recordOutboxEvent(tx, newId(), { kind: 'profile_role_mail', payload: mail }, act.now);
    return {};
  });
}

/** Everything that must hold stands in this one statement; false when something does not. */
async function moveVersion(tx: Transaction, scope: OrgScope, { billingProfileId, personId, change, role }: RoleGiving) {
  const isHeld = (person: SQL, ...more: SQL[]) => exists(heldBy(tx, scope, billingProfileId, and(person, ...more)));
  const isOwner = eq(billingProfileRoles.role, 'owner');
  const isPerson = eq(billingProfileRoles.personId, personId);
  const moved = await tx
    .update(billingProfiles)
    .set({ version: sql`${billingProfiles.version} + 1` })
    .where(
      and(
        eq(billingProfiles.id, billingProfileId),
        eq(billingProfiles.organizationId, scope.organizationId),
        isHeld(eq(billingProfileRoles.personId, scope.personId), isOwner),
        sql`${roleOf(tx, billingProfileId, personId)} is ${change.before}`,
        role === null ? undefined : exists(membershipOf(tx, scope, personId)),
        change.before === 'owner' ? isHeld(ne(billingProfileRoles.personId, personId), isOwner) : undefined,
        change.before === null ? undefined : isHeld(isPerson),
      ),
    )
    .returning({ id: billingProfiles.id });
  return moved.length === 1;
}

/** Roles on a profile that are held by members of the organization. */
function heldBy(db: Reader, scope: OrgScope, billingProfileId: string, condition: SQL | undefined) {
  return db
    .select({ personId: billingProfileRoles.personId })
    .from(billingProfileRoles)
    .innerJoin(
      memberships,
      and(eq(memberships.personId, billingProfileRoles.personId), eq(memberships.organizationId, scope.organizationId)),
    )
    .where(and(eq(billingProfileRoles.billingProfileId, billingProfileId), condition));
}

function roleOf(db: Reader, billingProfileId: string, personId: string) {
  return db
    .select({ role: billingProfileRoles.role })
    .from(billingProfileRoles)
    .where(and(eq(billingProfileRoles.billingProfileId, billingProfileId), eq(billingProfileRoles.personId, personId)));
}

function membershipOf(db: Reader, scope: OrgScope, personId: string) {
  return db
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.organizationId, scope.organizationId)));
}

async function writeRole(tx: Transaction, { billingProfileId, personId, role }: RoleGiving, createdAt: number) {
  if (role === null) {
    await tx
      .delete(billingProfileRoles)
      .where(
        and(eq(billingProfileRoles.billingProfileId, billingProfileId), eq(billingProfileRoles.personId, personId)),
      );
    return;
  }
  await tx
    .insert(billingProfileRoles)
    .values({ billingProfileId, personId, role, createdAt })
    .onConflictDoUpdate({
      target: [billingProfileRoles.billingProfileId, billingProfileRoles.personId],
      set: { role, createdAt },
    });
}
