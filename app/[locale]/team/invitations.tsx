import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import type { Invitation } from '@/db/invitations';
import { dayIn } from '@/lib/domain/days';
import { formatDay } from '@/lib/i18n/formats';
import { nowAt } from '@/lib/server/clock';
import { DataTable } from '@/lib/ui/data-table';

type Props = {
  readonly invitations: readonly Invitation[];
  readonly chosenId: string | undefined;
  readonly canManage: boolean;
};

/** Who was invited, by whom, and until when. */
export async function Invitations({ invitations, chosenId, canManage }: Props) {
  const t = await getTranslations('team');
  const role = await getTranslations('signIn.roles');
  const locale = await getLocale();
  if (invitations.length === 0) return <p className="quiet">{t('noInvitations')}</p>;
  const now = nowAt();
  const until = ({ expiresAt, timeZone }: Invitation) => {
    const date = formatDay(locale, dayIn(timeZone, expiresAt));
    return expiresAt > now ? date : t('expired', { date });
  };
  return (
    <DataTable
      caption={t('invitations')}
      columns={[
        { id: 'address', label: t('address') },
        { id: 'role', label: t('role') },
        { id: 'until', label: t('until') },
        ...(canManage ? [{ id: 'what', label: t('what') }] : []),
      ]}
      rows={invitations.map((invitation) => ({
        id: invitation.id,
        cells: [
          <Address key="address" invitation={invitation} />,
          <span key="role" className="capital">
            {role(invitation.role)}
          </span>,
          until(invitation),
          <a
            key="what"
            href={`${pathWith(`/${locale}/team`, { invitation: invitation.id })}#invitation`}
            aria-label={t('changeInvitation', { email: invitation.email })}
            aria-current={invitation.id === chosenId ? 'true' : undefined}
          >
            {t('change')}
          </a>,
        ],
      }))}
    />
  );
}

function Address({ invitation: { email, invitedBy } }: { invitation: Invitation }) {
  const t = useTranslations('team');
  const at = email.indexOf('@');
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
      <span className="small quiet">{t('invitedBy', { person: invitedBy })}</span>
    </>
  );
}
