import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { ActionForm } from '@/app/[locale]/_task/action-form';
import { confirmMagicLink } from '@/app/[locale]/sign-in/action';
import { signInRefusals } from '@/app/[locale]/sign-in/sign-in-texts';
import { findSession } from '@/lib/server/session';
import { isLinkUsable } from '@/lib/server/sign-in/magic-link';
import { isSecretToken } from '@/lib/server/sign-in/secret-token';
import { Actions, Button, ButtonLink } from '@/lib/ui/button';
import { GuideHead } from '@/lib/ui/guide-head';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('confirm.title'), robots: { index: false } };
}

export default async function ConfirmPage({ params, searchParams }: PageProps) {
  await connection();
  const locale = requireLocale((await params).locale);
  const query = await searchParams;
  const token = firstOf(query, 'token');
  const kept = firstOf(query, 'kept');
  const back = pathWith(`/${locale}/sign-in`, { kept: isSecretToken(kept) ? kept : undefined });
  const t = await getTranslations('signIn');
  const path = pathWith('/sign-in/confirm', { token, kept });
  const session = await findSession();
  if (!isSecretToken(token) || !(await isLinkUsable(token))) {
    return (
      <Frame locale={locale} path={path} session={session}>
        <GuideHead title={t('confirm.goneTitle')} lead={t('confirm.goneText')}>
          <Actions>
            <ButtonLink href={back}>{t('confirm.again')}</ButtonLink>
          </Actions>
        </GuideHead>
      </Frame>
    );
  }
  return (
    <Frame locale={locale} path={path} session={session}>
      <GuideHead title={t('confirm.title')} lead={t('confirm.text')} />
      <ActionForm form="confirm" action={confirmMagicLink} refusals={signInRefusals}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={token} />
        {isSecretToken(kept) ? <input type="hidden" name="kept" value={kept} /> : null}
        <Button>{t('confirm.submit')}</Button>
      </ActionForm>
    </Frame>
  );
}
