import { cookies } from 'next/headers';
import { findHandOver, type HandOver } from '@/db/purchase-tokens';
import { settings } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import { nowAt } from './clock';
import type { Reader } from './guard';
import { hashSecretToken, isSecretToken } from './sign-in/secret-token';

const COOKIE = 'stegvis-hand-over';
const LIFE_S = 60;

/** The page that leads from here to a publisher's portal. */
export function handOverPath(locale: Locale): string {
  return `/${locale}/hand-over`;
}

/** Gives the token to the browser for a minute and that page alone: no address of ours ever holds it. Only in an action. */
export async function keepHandOver(locale: Locale, token: string): Promise<void> {
  (await cookies()).set(COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: settings().siteUrl.startsWith('https://'),
    path: handOverPath(locale),
    maxAge: LIFE_S,
  });
}

/** Where this browser is on its way to, with the token; undefined once the minute, or the token itself, is over. */
export async function findKeptHandOver(reader: Reader): Promise<(HandOver & { readonly token: string }) | undefined> {
  const token = (await cookies()).get(COOKIE)?.value;
  if (!isSecretToken(token)) return undefined;
  const found = await findHandOver(reader.scope, hashSecretToken(token), nowAt());
  return found && { ...found, token };
}
