import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { siteOrigin } from '@/lib/env';
import { LOCALES } from '@/lib/i18n/locales';
import { isRefusal } from '@/lib/server/answer-status';
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
  const { failure } = await getMessages();
  return (
    <html lang={requireLocale((await params).locale)}>
      <body>
        <NextIntlClientProvider messages={{ failure }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
