import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { InviteForm } from '@/app/[locale]/_tasks/invite-member/form';
import { CURRENT_POLICY } from '@/lib/domain/policies';
import type { Typed } from '@/lib/domain/task-state';
import { isMailOn } from '@/lib/server/mail';
import { Slip } from '@/lib/ui/slip';
import { roleChoices } from './role-choices';

export async function InvitePanel({ here, typed }: { here: string; typed: Typed }) {
  const t = await getTranslations('team');
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{t('inviteTitle')}</h2>
      <Slip>
        <InviteForm
          locale={await getLocale()}
          here={here}
          at="invite"
          formKey={randomUUID()}
          refusals={taskRefusals('team')}
          typed={typed}
          roles={await roleChoices()}
          words={{
            address: t('address'),
            hint: t(isMailOn() ? 'addressHint' : 'addressHintNoMail', { days: CURRENT_POLICY.invitationDays }),
            role: t('role'),
            invite: t('invite'),
          }}
        />
      </Slip>
    </section>
  );
}
