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
  const locale = await getLocale();
  const members = await listProfileMembers(reader.scope, profile.id);
  const { personId } = reader.session;
  const owners = members.filter(({ id, role: held }) => held === 'owner' && id !== personId).map(({ name }) => name);
  if (owners.length === 0) {
    return (
      <Slip>
        <p>{t('errors.last_owner')}</p>
        <p>
          <a href={`${back}#manage-roles`}>{task('leave')}</a>
        </p>
      </Slip>
    );
  }
  return (
    <Slip className="review">
      <ChangeFigure
        from={t('roles.owner')}
        to={role === null ? t('noRole') : t(`roles.${role}`)}
        between={task('becomes')}
      />
      <Pairs>
        <Pair name={t('ownProfile')}>{profile.name}</Pair>
        <Pair name={t('ownEffect')}>{t('ownAtOnce')}</Pair>
        <Pair name={t('ownLoss')}>{t(`losses.${role ?? 'none'}`)}</Pair>
        <Pair name={t('ownBack')}>{t('ownAsk', { owners: formatAlternatives(locale, owners) })}</Pair>
      </Pairs>
      <CommitForm
        form="own-role"
        action={manageProfileRole}
        refusals={taskRefusals('manageProfileRoles')}
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
