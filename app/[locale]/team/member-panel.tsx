import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { MemberRoleForm } from '@/app/[locale]/_tasks/change-member-role/form';
import type { Member } from '@/db/members';
import type { Typed } from '@/lib/domain/task-state';
import { decideRemoval } from '@/lib/domain/team';
import { formatList } from '@/lib/i18n/formats';
import type { Reader } from '@/lib/server/guard';
import { Slip } from '@/lib/ui/slip';
import { Removal } from './removal';
import { roleChoices } from './role-choices';

type Props = {
  readonly reader: Reader;
  readonly member: Member;
  readonly here: string;
  readonly typed: Typed;
  readonly isRemoving: boolean;
};

/** Another role for a member, or none any more. */
export async function MemberPanel({ reader, member, here, typed, isRemoving }: Props) {
  const t = await getTranslations('team');
  const locale = await getLocale();
  const { personId, name, role, isLastOwner, soleOwnerOf } = member;
  const removal = decideRemoval(member, { isSelf: personId === reader.session.personId });
  const obstacle = removal.ok ? undefined : removal.refusal;
  const told = {
    name,
    organization: reader.organization.name,
    count: soleOwnerOf.length,
    profiles: formatList(locale, soleOwnerOf),
  };
  const isReviewing = isRemoving && !obstacle;
  const team = `/${locale}/team`;
  return (
    <section aria-labelledby="member">
      <h2 id="member">{isReviewing ? t('removeTitle', { name }) : t('memberTitle', { name })}</h2>
      {isReviewing ? (
        <Removal member={member} here={here} />
      ) : (
        <>
          <Slip>
            {isLastOwner ? (
              <p>{t('obstacles.last_owner', told)}</p>
            ) : (
              <MemberRoleForm
                locale={locale}
                here={here}
                at="member"
                formKey={randomUUID()}
                refusals={taskRefusals('team')}
                typed={typed}
                personId={personId}
                role={role}
                roles={await roleChoices()}
                words={{ role: t('role'), change: t('changeRole') }}
              />
            )}
          </Slip>
          {obstacle && obstacle !== 'last_owner' ? (
            <p className="panel-end">{t(`obstacles.${obstacle}`, told)}</p>
          ) : null}
          {obstacle ? null : (
            <p className="panel-end">
              <a className="danger" href={`${pathWith(team, { member: personId, do: 'remove' })}#member`}>
                {t('remove', { name })}
              </a>
            </p>
          )}
        </>
      )}
      {isReviewing ? null : (
        <p className="panel-end">
          <a href={team}>{t('close')}</a>
        </p>
      )}
    </section>
  );
}
