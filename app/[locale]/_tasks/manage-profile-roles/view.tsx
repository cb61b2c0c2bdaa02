import { addressOf, chosenIn, type TaskPlace } from '@/app/[locale]/_task/place';
import type { TaskView } from '@/app/[locale]/_task/view';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import { findBillingProfile } from '@/db/billing-profiles';
import { blocked, HERE, TO_COME } from '@/lib/domain/steps';
import { mayOn, type Reader } from '@/lib/server/guard';
import { RolesControl } from './control';
import { ownRoleIn } from './own-role';
import { OwnRoleReview } from './own-role-review';

/** Who may do what with a billing profile, for this reader. */
export async function viewProfileRoles(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const id = chosenIn(place, 'profile');
  const profile = id === undefined ? undefined : await findBillingProfile(reader.scope, id);
  const mayGrant = profile !== undefined && mayOn(reader, 'profile.grant_roles', profile.id);
  const here = addressOf(place, { profile: profile?.id });
  const ownRole = ownRoleIn(place);
  return {
    context: profile?.name,
    states: { 'manage-roles': profile ? (mayGrant ? HERE : blocked('permission_missing')) : TO_COME },
    reasonText: () => profile && <WhoMay reader={reader} permission="profile.grant_roles" profile={profile} />,
    slips: {
      'manage-roles':
        mayGrant &&
        (ownRole === undefined ? (
          <RolesControl reader={reader} profile={profile} here={here} />
        ) : (
          <OwnRoleReview reader={reader} profile={profile} role={ownRole} back={here} />
        )),
    },
  };
}
