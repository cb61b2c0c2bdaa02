import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/app/[locale]/_frame/frame';
import { type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { PlainForm } from '@/app/[locale]/sign-in/plain-form';
import { findSession } from '@/lib/server/session';
import { Button } from '@/lib/ui/button';
import { GuideHead } from '@/lib/ui/guide-head';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { signOut, signOutEverywhere } from './action';
import { BelongsNowhere } from './belongs-nowhere';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title'), robots: { index: false } };
}

/** Also where somebody lands who has signed in and belongs to no organization. */
export default async function AccountPage({ params }: Pick<PageProps, 'params'>) {
  await connection();
  const locale = requireLocale((await params).locale);
  const session = await findSession();
  if (!session) redirect(`/${locale}/sign-in?to=/${locale}/account`);
  const t = await getTranslations('account');
  const role = await getTranslations('signIn.roles');
  const refusals = { title: t('errorsTitle'), byCode: { busy: t('busy'), form_malformed: t('form_malformed') } };
  const { name, email, organization } = session;
  return (
    <Frame locale={locale} path="/account" session={session}>
      <GuideHead title={t('title')} />
      <div className="page-narrow">
        <Pairs>
          <Pair name={t('name')}>{name}</Pair>
          <Pair name={t('email')}>{email}</Pair>
          {organization ? <Pair name={t('organization')}>{organization.name}</Pair> : null}
          {organization ? (
            <Pair name={t('role')}>
              <span className="capital">{role(organization.role)}</span>
            </Pair>
          ) : null}
        </Pairs>
        {organization ? null : <BelongsNowhere locale={locale} session={session} />}
        <PlainForm action={signOut} refusals={refusals}>
          <input type="hidden" name="locale" value={locale} />
          <Button>{t('signOut')}</Button>
        </PlainForm>
        <PlainForm action={signOutEverywhere} refusals={refusals}>
          <input type="hidden" name="locale" value={locale} />
          <Button kind="plain" aria-describedby="everywhere">
            {t('signOutEverywhere')}
          </Button>
          <p id="everywhere" className="hint">
            {t('signOutEverywhereHint')}
          </p>
        </PlainForm>
      </div>
    </Frame>
  );
}
