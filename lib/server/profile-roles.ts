import { hashOfRequest } from '@/db/previews';
import { listProfileMembers, type ProfileMember, saveRole } from '@/db/profile-roles';
import { findEffectOfKey } from '@/db/receipts';
import type { OrgScope } from '@/db/scope';
import { dayIn } from '@/lib/domain/days';
import type { Figure } from '@/lib/domain/figures';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { decideRole, type RoleChange, type RoleRefusal, type RoleWish } from '@/lib/domain/profile-roles';

type ProfileOfRoles = { readonly id: string; readonly name: string; readonly timeZone: string };

export type RoleAsked = {
  readonly key: string;
  readonly profile: ProfileOfRoles;
  readonly wish: RoleWish;
  readonly now: number;
};

type Decided = { readonly change: RoleChange; readonly person: ProfileMember; readonly actor: ProfileMember };

/** What a wish comes to now; `not_found` for somebody who is no member of the organization. */
export async function decideRoleOf(
  scope: OrgScope,
  { profile, wish }: Pick<RoleAsked, 'profile' | 'wish'>,
): Promise<Outcome<Decided, RoleRefusal | 'not_found'>> {
  const members = await listProfileMembers(scope, profile.id);
  const person = members.find(({ id }) => id === wish.personId);
  const actor = members.find(({ id }) => id === scope.personId);
  if (!person || !actor) return refuse('not_found');
  const holders = members.flatMap(({ id, role }) => (role === null ? [] : [[id, role] as const]));
  const change = decideRole(Object.fromEntries(holders), wish);
  return change.ok ? accept({ change: change.value, person, actor }) : change;
}

/** Gives, changes or takes a role at once. Answers the receipt's id, for a repeated submit the first one's. */
export async function giveRole(
  scope: OrgScope,
  asked: RoleAsked,
): Promise<Outcome<string, RoleRefusal | 'not_found' | 'key_reused' | 'busy'>> {
  const { key, profile, wish } = asked;
  const inputHash = hashOfRequest('manage-profile-roles', profile.id, wish);
  const earlier = await findEffectOfKey(scope, key);
  if (earlier) return earlier.inputHash === inputHash ? accept(earlier.id) : refuse('key_reused');
  const decided = await decideRoleOf(scope, asked);
  if (!decided.ok) return decided;
  const saved = await saveRole(scope, givingOf(asked, inputHash, decided.value));
  if (saved !== 'stale') return saved;
  // Somebody was faster: what stands in the way now says more than that.
  const again = await decideRoleOf(scope, asked);
  return again.ok ? refuse('role_changed_meanwhile') : again;
}

function givingOf({ key, profile, wish, now }: RoleAsked, inputHash: string, { change, person, actor }: Decided) {
  const { role } = wish;
  const isOwn = person.id === actor.id;
  const names = { person: { text: person.name }, profile: { text: profile.name } };
  const roleNow = { code: role ?? 'none' };
  const figures: Figure[] = [
    { name: 'profile', values: names },
    { name: 'person', values: names },
    { name: 'profileRole', values: { from: { code: change.before ?? 'none' }, to: roleNow } },
    { name: 'effectiveNow', values: { date: { day: dayIn(profile.timeZone, now) } } },
  ];
  return {
    billingProfileId: profile.id,
    personId: person.id,
    change,
    role,
    act: {
      key,
      inputHash,
      before: { personId: person.id, role: change.before },
      after: { personId: person.id, role, person: person.name, profile: profile.name },
      facts: {
        subject: profile.name,
        timeZone: profile.timeZone,
        values: { ...names, role: roleNow, told: { code: isOwn ? 'self' : 'other' } },
        figures,
      },
      recipients: [{ email: actor.email, locale: actor.locale, hasAccount: true }],
      now,
    },
    mail: isOwn
      ? undefined
      : {
          to: person.email,
          locale: person.locale,
          name: person.name,
          by: actor.name,
          billingProfileId: profile.id,
          profile: profile.name,
          role,
        },
  };
}
