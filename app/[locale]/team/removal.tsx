import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { removeMember } from '@/app/[locale]/_tasks/remove-member/action';
import type { Member } from '@/db/members';
import { formatList } from '@/lib/i18n/formats';
import { Slip } from '@/lib/ui/slip';

/** What removing a member means, before the button. */
export async function Removal({ member, here }: { member: Member; here: string }) {
  const t = await getTranslations('team');
  const task = await getTranslations('task');
  const locale = await getLocale();
  const { personId, name, profileRoles } = member;
  const profiles = formatList(
    locale,
    profileRoles.map(({ profile }) => profile),
  );
  return (
    <Slip>
      <ul className="effects">
        <li>{t('removeSession', { name })}</li>
        {profileRoles.length > 0 ? <li>{t('removeProfiles', { profiles })}</li> : null}
        <li>{t('removeKept')}</li>
        <li>{t('removeAgain')}</li>
      </ul>
      <CommitForm
        form="remove-member"
        action={removeMember}
        refusals={taskRefusals('team')}
        locale={locale}
        here={here}
        at="member"
        formKey={randomUUID()}
        hidden={{ person: personId }}
        label={t('remove', { name })}
        kind="danger"
        leave={{ href: `${pathWith(`/${locale}/team`, { member: personId })}#member`, label: task('leave') }}
      />
    </Slip>
  );
}
