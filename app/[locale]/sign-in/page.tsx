import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps } from '@/app/[locale]/_frame/page-props';
import { settings } from '@/lib/env';
import { isMailOn } from '@/lib/server/mail';
import { findSession } from '@/lib/server/session';
import { findIdentityProvider } from '@/lib/server/sign-in/identity-provider';
import { DESTINATION_MINUTES } from '@/lib/server/sign-in/limits';
import { ButtonLink } from '@/lib/ui/button';
import { GuideHead } from '@/lib/ui/guide-head';
import { Notice } from '@/lib/ui/notice';
import { findPlace, signInPath } from './find-place';
import { DemoWay, EmailWay, OidcWay, PasskeyWay } from './ways';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('title'), robots: { index: false } };
}

export default async function SignInPage(props: PageProps) {
  await connection();
  const place = await findPlace(props);
  const hasEnded = firstOf(await props.searchParams, 'notice') === 'session_ended';
  const session = await findSession();
  const t = await getTranslations('signIn');
  const provider = findIdentityProvider();
  const isDemo = settings().mode === 'demo';
  return (
    <Frame locale={place.locale} path={signInPath(place)} session={session}>
      <GuideHead
        title={t('title')}
        lead={
          <>
            {t('comeBack')} {place.hasTyped ? t('keepTyped', { minutes: DESTINATION_MINUTES }) : null}
          </>
        }
      >
        {hasEnded ? <Notice isWarning>{t('sessionEnded')}</Notice> : null}
        {session ? (
          <p className="actions">
            {t('already', { name: session.name })} <ButtonLink href={place.here}>{t('goOn')}</ButtonLink>
          </p>
        ) : null}
      </GuideHead>
      <div className="page-narrow sign-in-ways">
        {isDemo ? <DemoWay place={place} /> : null}
        {provider ? <OidcWay place={place} provider={provider} /> : null}
        <PasskeyWay place={place} />
        {isMailOn() ? <EmailWay place={place} /> : null}
        {isDemo || provider || isMailOn() ? null : <p>{t('notSetUp')}</p>}
      </div>
    </Frame>
  );
}
