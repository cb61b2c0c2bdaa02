import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { siteOrigin } from '@/lib/env';
import { LOCALES } from '@/lib/i18n/locales';
import { requireLocale } from './_frame/page-props';
import '@/app/styles.css';

export const dynamicParams = false;

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }));
}

export const metadata: Metadata = {
  metadataBase: new URL(siteOrigin()),
};

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
