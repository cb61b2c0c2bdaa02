import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { findTyped } from '@/app/[locale]/_task/typed';
import { findSession } from '@/lib/server/session';
import { GuideHead } from '@/lib/ui/guide-head';
import { Notice } from '@/lib/ui/notice';
import { findAccountNotice } from './account-code';
import { BelongsNowhere } from './belongs-nowhere';
import { Details } from './details';
import { Notifications } from './notifications';
import { Sessions } from './sessions';
import { SignInWays } from './sign-in-ways';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title'), robots: { index: false } };
}

/** Also where somebody lands who has signed in and belongs to no organization. */
export default async function AccountPage({ params, searchParams }: PageProps) {
  await connection();
  const locale = requireLocale((await params).locale);
  const query = await searchParams;
  const session = await findSession();
  if (!session) redirect(`/${locale}/sign-in?to=/${locale}/account`);
  const t = await getTranslations('account');
  const notice = findAccountNotice(firstOf(query, 'notice'));
  const typed = await findTyped(firstOf(query, 'kept'));
  return (
    <Frame locale={locale} path="/account" session={session}>
      <GuideHead title={t('title')} lead={session.name}>
        {notice ? <Notice>{t(`notices.${notice}`)}</Notice> : null}
      </GuideHead>
      <div className="page-narrow account-page">
        {session.organization || session.staffRoles.length > 0 ? null : (
          <BelongsNowhere locale={locale} session={session} />
        )}
        <Details locale={locale} session={session} typed={typed} />
        <SignInWays locale={locale} session={session} typed={typed} />
        <Sessions locale={locale} session={session} />
        {session.organization ? <Notifications locale={locale} session={session} /> : null}
      </div>
    </Frame>
  );
}
