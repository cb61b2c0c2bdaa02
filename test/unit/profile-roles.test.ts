import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRole, type RoleHolders, type RoleWish } from '@/lib/domain/profile-roles';
import { PROFILE_ROLES, type ProfileRole } from '@/lib/domain/roles';

const holders: RoleHolders = { astrid: 'owner', johan: 'owner', maja: 'contributor' };

describe('a role on a billing profile', () => {
  it.each<[string, RoleHolders, RoleWish, string]>([
    ['granted', holders, { personId: 'oskar', role: 'reader', seen: null }, 'grant_profile_role'],
    ['changed', holders, { personId: 'maja', role: 'owner', seen: 'contributor' }, 'change_profile_role'],
    ['removed', holders, { personId: 'maja', role: null, seen: 'contributor' }, 'remove_profile_role'],
    ['one owner of two', holders, { personId: 'johan', role: null, seen: 'owner' }, 'remove_profile_role'],
    ['the same again', holders, { personId: 'maja', role: 'contributor', seen: 'contributor' }, 'role_unchanged'],
    ['nothing of nobody', holders, { personId: 'oskar', role: null, seen: null }, 'role_unchanged'],
    ['another than was seen', holders, { personId: 'maja', role: 'reader', seen: null }, 'role_changed_meanwhile'],
    ['the last owner', { astrid: 'owner' }, { personId: 'astrid', role: null, seen: 'owner' }, 'last_owner'],
    ['the last owner, less', { astrid: 'owner' }, { personId: 'astrid', role: 'reader', seen: 'owner' }, 'last_owner'],
  ])('%s', (_, held, wish, expected) => {
    const decision = decideRole(held, wish);
    expect(decision.ok ? decision.value.act : decision.refusal).toBe(expected);
  });

  it('never leaves a profile without an owner, whatever is asked for in whatever order', () => {
    const person = fc.constantFrom('astrid', 'johan', 'maja');
    const role = fc.constantFrom<ProfileRole | null>(null, ...PROFILE_ROLES);
    fc.assert(
      fc.property(fc.array(fc.record({ personId: person, role })), (wishes) => {
        const held = new Map<string, ProfileRole>([['astrid', 'owner']]);
        for (const { personId, role } of wishes) {
          const wish = { personId, role, seen: held.get(personId) ?? null };
          if (!decideRole(Object.fromEntries(held), wish).ok) continue;
          if (role === null) held.delete(personId);
          else held.set(personId, role);
        }
        return [...held.values()].includes('owner');
      }),
    );
  });
});
