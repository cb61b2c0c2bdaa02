import { accept, type Outcome, refuse } from './outcome';
import type { OrganizationRole } from './roles';

/** What decides whether a member's place can change. */
export type MemberFacts = {
  readonly role: OrganizationRole;
  /** The organization would be left without an owner. */
  readonly isLastOwner: boolean;
  /** Names of the billing profiles that would be left without an owner. */
  readonly soleOwnerOf: readonly string[];
};

export type RoleChangeRefusal = 'role_unchanged' | 'last_owner';
export type RemovalRefusal = 'own_removal' | 'last_owner' | 'last_profile_owner';

/** Whether the member can have another role; answers the new one. */
export function decideRoleChange(
  member: MemberFacts,
  role: OrganizationRole,
): Outcome<OrganizationRole, RoleChangeRefusal> {
  if (role === member.role) return refuse('role_unchanged');
  return member.isLastOwner ? refuse('last_owner') : accept(role);
}

/** Whether the member can be removed: nobody removes themselves, and what is owned keeps an owner. */
export function decideRemoval(member: MemberFacts, { isSelf }: { isSelf: boolean }): Outcome<void, RemovalRefusal> {
  if (member.isLastOwner) return refuse('last_owner');
  if (member.soleOwnerOf.length > 0) return refuse('last_profile_owner');
  return isSelf ? refuse('own_removal') : accept(undefined);
}
