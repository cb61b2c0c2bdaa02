import { NextResponse } from 'next/server';
import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';

/** 400 malformed, 403 another site's form, 405 method, 411 length missing, 413 too large, 415 not a form, 503 busy. */
export type RefusalStatus = 400 | 403 | 405 | 411 | 413 | 415 | 503;

/** A request that is turned away before any page sees it: a short text in the reader's language. */
export async function refusalOf(status: RefusalStatus, locale: Locale): Promise<NextResponse> {
  const translate = createTranslator({ locale, messages: await loadMessages(locale), namespace: 'refused' });
  return new NextResponse(`${translate(`${status}`)}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-language': locale,
      'cache-control': 'private, no-store',
      ...(status === 405 ? { allow: 'GET, HEAD, POST' } : {}),
      ...(status === 503 ? { 'retry-after': '5' } : {}),
    },
  });
}
