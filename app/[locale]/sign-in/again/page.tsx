import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps, pathWith } from '@/app/[locale]/_frame/page-props';
import { findPlace, signInPath } from '@/app/[locale]/sign-in/find-place';
import { listOwnLogins } from '@/db/logins';
import { listOwnPasskeys } from '@/db/passkeys';
import { isStepUpReason } from '@/lib/domain/step-up';
import { settings } from '@/lib/env';
import { isFresh } from '@/lib/server/action-place';
import { realNowAt } from '@/lib/server/clock';
import { personScopeOf } from '@/lib/server/guard';
import { isMailOn } from '@/lib/server/mail';
import { findSession } from '@/lib/server/session';
import { landingUrl } from '@/lib/server/sign-in/destination';
import { findIdentityProvider } from '@/lib/server/sign-in/identity-provider';
import { DESTINATION_MINUTES } from '@/lib/server/sign-in/limits';
import { Actions, ButtonLink } from '@/lib/ui/button';
import { GuideHead } from '@/lib/ui/guide-head';
import { DemoAgain, EmailAgain, OidcAgain, PasskeyAgain } from './ways';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn.again');
  return { title: t('title'), robots: { index: false } };
}

/** Where a signed-in person shows again who they are, before what costs, ends or lets others in. */
export default async function AgainPage(props: PageProps) {
  await connection();
  const place = await findPlace(props);
  const session = await findSession();
  if (!session) redirect(`/${place.locale}${signInPath(place)}&notice=session_ended`);
  const reason = firstOf(await props.searchParams, 'for');
  const t = await getTranslations('signIn');
  const { locale, here, at, kept, hasTyped } = place;
  const path = pathWith('/sign-in/again', { kept, to: kept === undefined ? here : undefined, for: reason });
  const why = isStepUpReason(reason) ? reason : 'other';
  // The link in a mail may have been opened in another tab: then there is nothing left to show here.
  const isDone = kept !== undefined && isFresh(session, realNowAt());
  if (isDone) {
    return (
      <Frame locale={locale} path={path} session={session}>
        <GuideHead title={t('again.title')} lead={t('again.already')}>
          <Actions>
            <ButtonLink kind="primary" href={await landingUrl(locale, kept, session.personId)}>
              {t('again.goOn')}
            </ButtonLink>
          </Actions>
        </GuideHead>
      </Frame>
    );
  }
  const scope = personScopeOf(session);
  const provider = findIdentityProvider();
  const hasLogin = provider !== undefined && (await listOwnLogins(scope, provider.issuer)).length > 0;
  const hasPasskey = (await listOwnPasskeys(scope)).length > 0;
  const isDemo = settings().mode === 'demo';
  return (
    <Frame locale={locale} path={path} session={session}>
      <GuideHead
        title={t('again.title')}
        lead={
          <>
            {t(`again.reasons.${why}`)} {t('again.comeBack')}{' '}
            {hasTyped ? t('keepTyped', { minutes: DESTINATION_MINUTES }) : null}
          </>
        }
      />
      <div className="page-narrow sign-in-ways">
        {isDemo ? <DemoAgain place={place} session={session} /> : null}
        {hasPasskey ? <PasskeyAgain place={place} /> : null}
        {hasLogin ? <OidcAgain place={place} provider={provider} /> : null}
        {isMailOn() ? <EmailAgain place={place} session={session} /> : null}
        {isDemo || hasPasskey || hasLogin || isMailOn() ? null : <p>{t('again.none')}</p>}
        <p className="actions">
          <a href={at ? `${here}#${at}` : here}>{t('again.leave')}</a>
          <a href={`/${locale}/account#sessions`}>{t('again.notYou', { name: session.name })}</a>
        </p>
      </div>
    </Frame>
  );
}
