import { accept, type Outcome, refuse } from './outcome';
import type { ProfileRole } from './roles';

/** Who has a role on a billing profile, by person. */
export type RoleHolders = Readonly<Record<string, ProfileRole>>;

export type RoleWish = {
  readonly personId: string;
  /** Null takes the role away. */
  readonly role: ProfileRole | null;
  /** What the person had when the form was rendered. */
  readonly seen: ProfileRole | null;
};

export type RoleAct = 'grant_profile_role' | 'change_profile_role' | 'remove_profile_role';
export type RoleChange = { readonly act: RoleAct; readonly before: ProfileRole | null };
export type RoleRefusal = 'role_unchanged' | 'role_changed_meanwhile' | 'last_owner';

/** What a wish comes to. A profile keeps at least one owner; whoever asks is an owner themselves. */
export function decideRole(holders: RoleHolders, { personId, role, seen }: RoleWish): Outcome<RoleChange, RoleRefusal> {
  const before = holders[personId] ?? null;
  if (before !== seen) return refuse('role_changed_meanwhile');
  if (before === role) return refuse('role_unchanged');
  const owners = Object.values(holders).filter((held) => held === 'owner');
  if (before === 'owner' && owners.length === 1) return refuse('last_owner');
  return accept({ before, act: actOf(before, role) });
}

function actOf(before: ProfileRole | null, after: ProfileRole | null): RoleAct {
  if (before === null) return 'grant_profile_role';
  return after === null ? 'remove_profile_role' : 'change_profile_role';
}
