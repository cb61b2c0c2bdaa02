import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import type { BillingProfile } from '@/db/billing-profiles';
import { listProfileMembers } from '@/db/profile-roles';
import { formatAlternatives } from '@/lib/i18n/formats';
import type { Reader } from '@/lib/server/guard';
import { ChangeFigure } from '@/lib/ui/change-figure';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { manageProfileRole } from './action';
import type { LesserRole } from './own-role';

type Props = {
  readonly reader: Reader;
  readonly profile: BillingProfile;
  readonly role: LesserRole;
  /** The same page without the question. */
  readonly back: string;
};

/** What it means to give up being owner, before it is done: it cannot be taken back by oneself. */
export async function OwnRoleReview({ reader, profile, role, back }: Props) {
  const t = await getTranslations('manageProfileRoles');
  const task = await getTranslations('task');
  const names = await getTranslations('signIn.profileRoles');
  const locale = await getLocale();
  const members = await listProfileMembers(reader.scope, profile.id);
  const { personId } = reader.session;
  const owners = members.filter(({ id, role: held }) => held === 'owner' && id !== personId).map(({ name }) => name);
  const roleName = role === null ? t('noRole') : names(role);
  return (
    <Slip className="review">
      <ChangeFigure from={names('owner')} to={roleName} between={task('becomes')} />
      <Pairs>
        <Pair name={t('ownProfile')}>{profile.name}</Pair>
        <Pair name={t('ownEffect')}>{t('ownAtOnce')}</Pair>
        <Pair name={t('ownLoss')}>{t(`losses.${role ?? 'none'}`)}</Pair>
        <Pair name={t('ownBack')}>
          {t('ownAsk', { owners: formatAlternatives(locale, owners), count: owners.length })}
        </Pair>
      </Pairs>
      <CommitForm
        action={manageProfileRole}
        refusals={await taskRefusals('manageProfileRoles')}
        locale={locale}
        here={back}
        at="manage-roles"
        formKey={randomUUID()}
        hidden={{ profile: profile.id, person: personId, seen: 'owner', role: role ?? 'none', confirmed: 'yes' }}
        kind="danger"
        label={t('giveUp')}
        leave={{ href: `${back}#manage-roles`, label: task('leave') }}
      />
    </Slip>
  );
}
