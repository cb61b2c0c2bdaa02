import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { type PageProps, requireLocale } from '@/app/[locale]/_frame/page-props';
import { hostOf, landingAddress } from '@/lib/domain/publisher-portal';
import { requireReader } from '@/lib/server/guard';
import { findKeptHandOver, handOverPath } from '@/lib/server/hand-over';
import { ButtonLink } from '@/lib/ui/button';
import { Wordmark } from '@/lib/ui/wordmark';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('handOver');
  return { title: `${t('title')} – Stegvis`, robots: { index: false } };
}

/** The last page here on the way to a publisher's portal. It holds no form, and forwards at once. */
export default async function HandOverPage({ params }: PageProps) {
  await connection();
  const locale = requireLocale((await params).locale);
  const reader = await requireReader(locale, handOverPath(locale));
  const found = await findKeptHandOver(reader);
  const t = await getTranslations('handOver');
  const chrome = await getTranslations('chrome');
  const address = found && landingAddress(found.landingUrl, found.token);
  return (
    <main className="hand-over">
      {address ? <meta httpEquiv="refresh" content={`0;url=${address}`} /> : null}
      <Wordmark href={`/${locale}/help`} label={chrome('home')} />
      <h1>{found ? t('leaving', { publisher: found.publisherName }) : t('gone')}</h1>
      {found && address ? (
        <>
          <p>{t('goingTo', { host: hostOf(found.landingUrl) })}</p>
          <ButtonLink kind="primary" href={address} rel="noreferrer">
            {t('go', { host: hostOf(found.landingUrl) })}
          </ButtonLink>
        </>
      ) : (
        <>
          <p>{t('goneText')}</p>
          <ButtonLink href={`/${locale}/apps`}>{t('toApps')}</ButtonLink>
        </>
      )}
    </main>
  );
}
