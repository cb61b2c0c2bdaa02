import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Outcome } from '@/lib/domain/outcome';
import type { OrganizationRole } from '@/lib/domain/roles';
import type { ActRefusal } from './acts';
import type { Transaction } from './client';
import { newId } from './ids';
import type { Member } from './members';
import { type MemberMail, recordOutboxEvent } from './outbox';
import { billingProfileRoles, billingProfiles, memberships, sessions } from './schema';
import type { OrgScope } from './scope';
import { isActorOwner, requireTeamActor, saveTeamAct, type TeamActor } from './team-acts';
import { memberFigure, profilesLeftFigures, roleChangeFigure, teamValues } from './team-figures';

type MemberChange = { readonly key: string; readonly member: Member; readonly now: number };

/**
 * The member's new role, if they still have the one it was decided from and an owner remains. Answers the receipt's
 * id; 'stale' when something was otherwise by then.
 */
export async function saveMemberRole(
  scope: OrgScope,
  { key, member, role, now }: MemberChange & { readonly role: OrganizationRole },
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const actor = await requireTeamActor(scope);
  const { personId, name } = member;
  const draft = {
    key,
    act: 'change_member_role',
    subjectId: personId,
    wish: { role },
    before: { role: member.role },
    after: { person: name, role },
    values: teamValues(name, actor.organization.name, role),
    figures: [memberFigure(member), roleChangeFigure(member.role, role)],
    now,
  } as const;
  return saveTeamAct(scope, actor, draft, async (tx) => {
    const changed = await tx
      .update(memberships)
      .set({ role })
      .where(and(isStillMember(scope, member), isActorOwner(scope), keepsOwner(scope, personId)))
      .returning({ role: memberships.role });
    if (changed.length === 0) return 'stale';
    await tellMember(tx, actor, member, { told: 'role_changed', role, now });
    return {};
  });
}

/**
 * Removes the member with their roles on the organization's billing profiles and ends their sessions, if an owner
 * remains of the organization and of each of its profiles. Answers like `saveMemberRole`.
 */
export async function removeMember(
  scope: OrgScope,
  { key, member, now }: MemberChange,
): Promise<Outcome<string, ActRefusal> | 'stale'> {
  const actor = await requireTeamActor(scope);
  const { personId, name, role, profileRoles } = member;
  const profiles = profileRoles.map(({ profile }) => profile);
  const held = profileRoles.map(({ profile, role: heldRole }) => `${profile}: ${heldRole}`).join(', ');
  const draft = {
    key,
    act: 'remove_member',
    subjectId: personId,
    wish: null,
    before: { person: name, role, profileRoles: held },
    after: { person: name },
    values: teamValues(name, actor.organization.name, role),
    figures: [memberFigure(member), ...profilesLeftFigures(profiles)],
    now,
  } as const;
  return saveTeamAct(scope, actor, draft, async (tx) => {
    const removed = await tx
      .delete(memberships)
      .where(
        and(
          isStillMember(scope, member),
          isActorOwner(scope),
          keepsOwner(scope, personId),
          keepsProfileOwners(scope, personId),
        ),
      )
      .returning({ role: memberships.role });
    if (removed.length === 0) return 'stale';
    const own = tx
      .select({ id: billingProfiles.id })
      .from(billingProfiles)
      .where(eq(billingProfiles.organizationId, scope.organizationId));
    await tx
      .delete(billingProfileRoles)
      .where(and(eq(billingProfileRoles.personId, personId), inArray(billingProfileRoles.billingProfileId, own)));
    await tx.delete(sessions).where(eq(sessions.personId, personId));
    await tellMember(tx, actor, member, { told: 'removed', role, now });
    return {};
  });
}

function isStillMember(scope: OrgScope, { personId, role }: Member): SQL | undefined {
  return and(
    eq(memberships.organizationId, scope.organizationId),
    eq(memberships.personId, personId),
    eq(memberships.role, role),
  );
}

/** Somebody else owns the organization, or the member is no owner. */
function keepsOwner({ organizationId }: OrgScope, personId: string): SQL {
  return sql`(${memberships.role} <> 'owner' or exists (select 1 from ${memberships} as other
    where other.organization_id = ${organizationId} and other.role = 'owner' and other.person_id <> ${personId}))`;
}

/** Whatever profile the member owns, another member owns, too. */
function keepsProfileOwners({ organizationId }: OrgScope, personId: string): SQL {
  return sql`not exists (select 1 from ${billingProfileRoles} as owned
    join ${billingProfiles} as profile on profile.id = owned.billing_profile_id
    where profile.organization_id = ${organizationId} and owned.person_id = ${personId} and owned.role = 'owner'
    and not exists (select 1 from ${billingProfileRoles} as other
      join ${memberships} as place on place.person_id = other.person_id and place.organization_id = ${organizationId}
      where other.billing_profile_id = owned.billing_profile_id and other.role = 'owner'
      and other.person_id <> ${personId}))`;
}

type Told = Pick<MemberMail, 'told' | 'role'> & { readonly now: number };

/** Tells the member of it, in their own language, once the change is committed. */
async function tellMember(tx: Transaction, actor: TeamActor, member: Member, { now, ...told }: Told): Promise<void> {
  const { name, email: to, locale } = member;
  const payload = { ...told, to, name, locale, organization: actor.organization.name, by: actor.person.name };
  await recordOutboxEvent(tx, newId(), { kind: 'member_mail', payload }, now);
}
