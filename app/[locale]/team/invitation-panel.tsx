import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { inviteMember } from '@/app/[locale]/_tasks/invite-member/action';
import { withdrawInvitation } from '@/app/[locale]/_tasks/withdraw-invitation/action';
import type { Invitation } from '@/db/invitations';
import { CURRENT_POLICY } from '@/lib/domain/policies';
import { Slip } from '@/lib/ui/slip';

/** Sends an open invitation again, or withdraws it. */
export async function InvitationPanel({ invitation, here }: { invitation: Invitation; here: string }) {
  const t = await getTranslations('team');
  const locale = await getLocale();
  const refusals = taskRefusals('team');
  const { id, email, role } = invitation;
  const place = { locale, here, at: 'invitation', refusals };
  return (
    <section aria-labelledby="invitation">
      <h2 id="invitation">{t('invitationTitle', { email })}</h2>
      <Slip>
        <p>{t('sendAgainHint', { days: CURRENT_POLICY.invitationDays })}</p>
        <CommitForm
          {...place}
          form="send-again"
          action={inviteMember}
          formKey={randomUUID()}
          hidden={{ email, role }}
          label={t('sendAgain')}
        />
      </Slip>
      <Slip>
        <p>{t('withdrawHint')}</p>
        <CommitForm
          {...place}
          form="withdraw"
          action={withdrawInvitation}
          formKey={randomUUID()}
          hidden={{ invitation: id }}
          label={t('withdraw')}
          kind="danger"
        />
      </Slip>
      <p className="panel-end">
        <a href={`/${locale}/team`}>{t('close')}</a>
      </p>
    </section>
  );
}
