import { useLocale, useTranslations } from 'next-intl';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import type { Member } from '@/db/members';
import type { Reader } from '@/lib/server/guard';
import { DataTable } from '@/lib/ui/data-table';

type Props = {
  readonly reader: Reader;
  readonly members: readonly Member[];
  readonly chosenId: string | undefined;
  readonly canManage: boolean;
};

export function Members({ reader, members, chosenId, canManage }: Props) {
  const t = useTranslations('team');
  const role = useTranslations('signIn.roles');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('members')}
      columns={[
        { id: 'person', label: t('person') },
        { id: 'role', label: t('role') },
        { id: 'profiles', label: t('profiles') },
        ...(canManage ? [{ id: 'what', label: t('what') }] : []),
      ]}
      rows={members.map((member) => ({
        id: member.personId,
        cells: [
          <PersonCell key="person" member={member} isSelf={member.personId === reader.session.personId} />,
          <span key="role" className="capital">
            {role(member.role)}
          </span>,
          <ProfilesCell key="profiles" profileRoles={member.profileRoles} />,
          <a
            key="what"
            href={`${pathWith(`/${locale}/team`, { member: member.personId })}#member`}
            aria-label={t('changeMember', { name: member.name })}
            aria-current={member.personId === chosenId ? 'true' : undefined}
          >
            {t('change')}
          </a>,
        ],
      }))}
    />
  );
}

function PersonCell({ member: { name, email }, isSelf }: { member: Member; isSelf: boolean }) {
  const t = useTranslations('team');
  return (
    <>
      <b>{name}</b> {isSelf ? <span className="quiet">({t('you')})</span> : null}
      <span className="small quiet">{email}</span>
    </>
  );
}

function ProfilesCell({ profileRoles }: Pick<Member, 'profileRoles'>) {
  const t = useTranslations();
  if (profileRoles.length === 0) return <span className="quiet">{t('team.noProfiles')}</span>;
  return (
    <ul className="small">
      {profileRoles.map(({ profile, role }) => (
        <li key={profile}>
          {profile}: {t(`signIn.profileRoles.${role}`)}
        </li>
      ))}
    </ul>
  );
}
