import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { settings } from '@/lib/env';
import { findSession } from '@/lib/server/session';
import { MAGIC_LINK_MINUTES } from '@/lib/server/sign-in/limits';
import { isSecretToken } from '@/lib/server/sign-in/secret-token';
import { Actions, ButtonLink } from '@/lib/ui/button';
import { GuideHead } from '@/lib/ui/guide-head';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('sent.title'), robots: { index: false } };
}

export default async function LinkSentPage({ params, searchParams }: PageProps) {
  await connection();
  const locale = requireLocale((await params).locale);
  const query = await searchParams;
  const kept = firstOf(query, 'kept');
  const t = await getTranslations('signIn');
  const path = pathWith('/sign-in/sent', { kept });
  const back = pathWith(`/${locale}/sign-in`, { kept: isSecretToken(kept) ? kept : undefined });
  return (
    <Frame locale={locale} path={path} session={await findSession()}>
      <GuideHead title={t('sent.title')} lead={t('sent.text', { minutes: MAGIC_LINK_MINUTES })}>
        <p>{t('sent.nothing')}</p>
        <Actions>
          {settings().mode === 'demo' ? (
            <ButtonLink href={`/${locale}/demo-mailbox`}>{t('sent.demo')}</ButtonLink>
          ) : null}
          <ButtonLink kind="text" href={back}>
            {t('sent.again')}
          </ButtonLink>
        </Actions>
      </GuideHead>
    </Frame>
  );
}
