import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { siteOrigin } from '@/lib/env';
import { LOCALES } from '@/lib/i18n/locales';
import { ClientMessages } from './_frame/client-messages';
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
  return (
    <html lang={requireLocale((await params).locale)}>
      <body>
        <ClientMessages names={['failure']}>{children}</ClientMessages>
      </body>
    </html>
  );
}
