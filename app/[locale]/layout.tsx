import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { siteOrigin } from '@/lib/env';
import { LOCALES } from '@/lib/i18n/locales';
import { isRefusal } from '@/lib/server/form-answer';
import { WithFailureWords } from './_frame/failure-words';
import { requireLocale } from './_frame/page-props';
import '@/app/styles.css';

export const dynamicParams = false;

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }));
}

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const metadataBase = new URL(siteOrigin());
  if (!isRefusal()) return { metadataBase };
  const t = await getTranslations({ locale: requireLocale((await params).locale), namespace: 'task' });
  return { metadataBase, title: { template: t('refusedPageTitle', { title: '%s' }), default: 'Stegvis' } };
}

export default async function RootLayout({
  params,
  children,
}: {
  params: Promise<{ locale: string }>;
  children: ReactNode;
}) {
  const locale = requireLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: 'failure' });
  const words = {
    title: t('title'),
    lead: t('lead'),
    again: t('again'),
    home: t('home'),
    homePath: `/${locale}/help`,
    reference: t('reference', { reference: '%s' }),
  };
  return (
    <html lang={locale}>
      <body>
        <WithFailureWords words={words}>{children}</WithFailureWords>
      </body>
    </html>
  );
}
