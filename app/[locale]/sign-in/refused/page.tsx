import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { isSignInCode } from '@/app/[locale]/sign-in/sign-in-code';
import { findSession } from '@/lib/server/session';
import { isSecretToken } from '@/lib/server/sign-in/secret-token';
import { Actions, ButtonLink } from '@/lib/ui/button';
import { GuideHead } from '@/lib/ui/guide-head';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('refused.title'), robots: { index: false } };
}

export default async function RefusedPage({ params, searchParams }: PageProps) {
  await connection();
  const locale = requireLocale((await params).locale);
  const query = await searchParams;
  const why = firstOf(query, 'why');
  const kept = firstOf(query, 'kept');
  const t = await getTranslations('signIn');
  const path = pathWith('/sign-in/refused', { why, kept });
  const session = await findSession();
  const isLinking = why === 'login_taken';
  const retry = pathWith(`/${locale}/sign-in${session ? '/again' : ''}`, {
    kept: isSecretToken(kept) ? kept : undefined,
  });
  return (
    <Frame locale={locale} path={path} session={session}>
      <GuideHead
        title={session ? t('refused.stillTitle') : t('refused.title')}
        lead={t(`why.${isSignInCode(why) ? why : 'provider_failed'}`)}
      >
        <Actions>
          {session && isLinking ? (
            <ButtonLink href={`/${locale}/account`}>{t('refused.toAccount')}</ButtonLink>
          ) : (
            <ButtonLink href={retry}>{session ? t('refused.againKnown') : t('refused.again')}</ButtonLink>
          )}
        </Actions>
      </GuideHead>
    </Frame>
  );
}
