import type { ReactNode } from 'react';
import { requireLocale } from '@/app/[locale]/_frame/page-props';
import '@/app/styles.css';

/**
 * A root of its own, so that the browser loads this page anew after a form's action, too: its headers and its `refresh`
 * take effect only then.
 */
export default async function HandOverLayout({
  params,
  children,
}: {
  params: Promise<{ locale: string }>;
  children: ReactNode;
}) {
  return (
    <html lang={requireLocale((await params).locale)}>
      <body>{children}</body>
    </html>
  );
}
