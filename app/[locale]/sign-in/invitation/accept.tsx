import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/app/[locale]/_task/action-form';
import type { Locale } from '@/lib/i18n/locales';
import type { Session } from '@/lib/server/session';
import type { ShownInvitation } from '@/lib/server/sign-in/invitation';
import { Actions, Button, ButtonLink } from '@/lib/ui/button';
import { Slip } from '@/lib/ui/slip';
import { acceptInvitation, signOutForInvitation } from './action';
import { invitationRefusals } from './invitation-code';
import { NameForm } from './name-form';

type Props = {
  readonly shown: ShownInvitation;
  readonly token: string;
  readonly locale: Locale;
  readonly session: Session | undefined;
};

/** The button that accepts, or why there is none. */
export async function Accept({ shown: { invitation, isKnown, obstacle }, token, locale, session }: Props) {
  const t = await getTranslations('invitation');
  const { organization, email, invitedBy: person } = invitation;
  const hidden = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
    </>
  );
  if (session && session.email !== email) {
    return (
      <Slip>
        <p>{t('otherPerson', { name: session.name, email: session.email, invited: email })}</p>
        <ActionForm form="sign-out" action={signOutForInvitation} refusals={invitationRefusals}>
          {hidden}
          <Actions>
            <Button kind="plain">{t('signOut')}</Button>
          </Actions>
        </ActionForm>
      </Slip>
    );
  }
  if (obstacle) {
    return (
      <Slip>
        <p>{t(`obstacles.${obstacle}`, { email, organization, person })}</p>
        <Actions>
          <ButtonLink href={session ? `/${locale}/apps` : `/${locale}/sign-in?to=/${locale}/apps`}>
            {session ? t('toApps') : t('signIn')}
          </ButtonLink>
        </Actions>
      </Slip>
    );
  }
  const submit = t('accept', { organization });
  return (
    <Slip>
      {isKnown ? (
        <ActionForm form="accept" action={acceptInvitation} refusals={invitationRefusals}>
          {hidden}
          <Button>{submit}</Button>
        </ActionForm>
      ) : (
        <NameForm label={t('name')} hint={t('nameHint')} submit={submit}>
          {hidden}
        </NameForm>
      )}
      {session ? null : <p className="hint">{t('signsIn')}</p>}
    </Slip>
  );
}
