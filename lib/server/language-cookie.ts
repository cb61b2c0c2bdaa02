import type { NextResponse } from 'next/server';
import type { Locale } from '@/lib/i18n/locales';

export const LANGUAGE_COOKIE = 'stegvis-language';

const ONE_YEAR_S = 365 * 24 * 60 * 60;

/** Keeps an explicit choice of language; looking at a page never sets it. */
export function rememberLanguage(response: NextResponse, locale: Locale): void {
  response.cookies.set(LANGUAGE_COOKIE, locale, { path: '/', maxAge: ONE_YEAR_S, sameSite: 'lax', httpOnly: true });
}
