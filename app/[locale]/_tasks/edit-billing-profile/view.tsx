import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { firstOf } from '@/app/[locale]/_frame/page-props';
import { addressOf, chosenIn, type TaskPlace } from '@/app/[locale]/_task/place';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { findTyped } from '@/app/[locale]/_task/typed';
import type { TaskView } from '@/app/[locale]/_task/view';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import { type BillingProfile, findBillingProfile } from '@/db/billing-profiles';
import { LONGEST_NAME, LONGEST_PLACE, LONGEST_PO_NUMBER } from '@/lib/domain/billing-details';
import { examplePostalCode } from '@/lib/domain/postal-codes';
import { blocked, HERE, TO_COME } from '@/lib/domain/steps';
import type { Typed } from '@/lib/domain/task-state';
import { mayOn, type Reader } from '@/lib/server/guard';
import { findDetails } from '@/lib/server/profile-edit';
import { Slip } from '@/lib/ui/slip';
import { groupsOf } from './fields';
import { EditProfileForm } from './form';

/** Address, contact, recipients and references of a billing profile, for this reader. */
export async function viewProfileEdit(reader: Reader, place: TaskPlace): Promise<TaskView> {
  const id = chosenIn(place, 'profile');
  const profile = id === undefined ? undefined : await findBillingProfile(reader.scope, id);
  const mayEdit = profile !== undefined && mayOn(reader, 'profile.edit', profile.id);
  const typed = await findTyped(firstOf(place.query, 'kept'));
  const here = addressOf(place, { profile: profile?.id });
  return {
    context: profile?.name,
    states: { 'edit-contact': profile ? (mayEdit ? HERE : blocked('permission_missing')) : TO_COME },
    reasonText: () => profile && <WhoMay reader={reader} permission="profile.edit" profile={profile} />,
    slips: { 'edit-contact': mayEdit && <ProfileEdit reader={reader} profile={profile} here={here} typed={typed} /> },
  };
}

type Props = {
  readonly reader: Reader;
  readonly profile: BillingProfile;
  readonly here: string;
  readonly typed: Typed;
};

async function ProfileEdit({ reader, profile, here, typed }: Props) {
  const t = await getTranslations('editBillingProfile');
  const task = await getTranslations('task');
  const details = await findDetails(reader.scope, profile);
  const refusals = taskRefusals('editBillingProfile', {
    longest: { count: LONGEST_NAME },
    longestPlace: { count: LONGEST_PLACE },
    longestPoNumber: { count: LONGEST_PO_NUMBER },
    example: { text: examplePostalCode(profile.country) ?? '' },
  });
  return (
    <Slip>
      <EditProfileForm
        locale={await getLocale()}
        here={here}
        at="edit-contact"
        formKey={randomUUID()}
        profile={profile.id}
        version={profile.version}
        groups={await groupsOf({ profile, details, organization: reader.organization.name })}
        refusals={refusals}
        typed={typed}
        words={{ save: t('save'), leave: task('leave') }}
      />
    </Slip>
  );
}
