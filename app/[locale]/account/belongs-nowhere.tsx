import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/app/[locale]/_task/action-form';
import { acceptOwnInvitation } from '@/app/[locale]/sign-in/invitation/action';
import { invitationRefusals } from '@/app/[locale]/sign-in/invitation/invitation-code';
import { formatInstant } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import type { Session } from '@/lib/server/session';
import { findOwnDomain, listOwnInvitations } from '@/lib/server/sign-in/invitation';
import { Actions, Button } from '@/lib/ui/button';
import { Slip } from '@/lib/ui/slip';

/** For somebody who is signed in and belongs to no organization: how to be invited, by whom, and what waits for them. */
export async function BelongsNowhere({ locale, session }: { locale: Locale; session: Session }) {
  const t = await getTranslations('invitation');
  const { email, personId } = session;
  const invitations = await listOwnInvitations(personId);
  const domain = await findOwnDomain(personId);
  return (
    <>
      <section aria-labelledby="nowhere">
        <h2 id="nowhere">{t('nowhere.title')}</h2>
        <p>{domain === undefined ? t('nowhere.text', { email }) : t('nowhere.sameDomain', { domain, email })}</p>
        <p className="hint">{t('nowhere.how')}</p>
      </section>
      {invitations.length > 0 ? (
        <section aria-labelledby="invitations">
          <h2 id="invitations">{t('nowhere.pending')}</h2>
          {invitations.map(({ id, organization, invitedBy: person, role, expiresAt, timeZone }) => (
            <Slip key={id}>
              <p>
                {t('nowhere.invites', { person, organization, role, date: formatInstant(locale, expiresAt, timeZone) })}
              </p>
              <ActionForm form={`accept-${id}`} action={acceptOwnInvitation} refusals={invitationRefusals}>
                <input type="hidden" name="locale" value={locale} />
                <input type="hidden" name="invitation" value={id} />
                <Actions>
                  <Button>{t('accept', { organization })}</Button>
                </Actions>
              </ActionForm>
            </Slip>
          ))}
        </section>
      ) : null}
    </>
  );
}
