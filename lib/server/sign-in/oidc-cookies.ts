import { createHash, randomBytes } from 'node:crypto';
import type { Settings } from '@/lib/env';
import { isLocale, type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { isSecretToken } from './secret-token';

/** What next-auth hands the browser for the time of one flow. */
export const FLOW_COOKIES = ['state', 'nonce', 'pkce.code_verifier'];

/** next-auth starts a flow only against a token in cookie and form. Minted here, it needs no earlier page. */
export function mintCsrf({ authSecret }: Settings) {
  const token = randomBytes(32).toString('hex');
  return {
    token,
    cookie: `${token}|${createHash('sha256')
      .update(token + authSecret)
      .digest('hex')}`,
  };
}

/** The name under which next-auth keeps it. */
export function flowCookie({ siteUrl }: Settings, name: string): string {
  if (!siteUrl.startsWith('https://')) return `next-auth.${name}`;
  return `${name === 'csrf-token' ? '__Host-' : '__Secure-'}next-auth.${name}`;
}

/** Takes the cookie away again. */
export function expired({ siteUrl }: Settings, name: string): string {
  return `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${siteUrl.startsWith('https://') ? '; Secure' : ''}`;
}

/** Where next-auth believes the flow leads: carries what must be known on the way back. */
export function returnPath(locale: Locale, destinationId: string, errandId: string | undefined): string {
  const query = new URLSearchParams({ kept: destinationId });
  if (errandId !== undefined) query.set('errand', errandId);
  return `/${locale}/sign-in?${query}`;
}

/** What `returnPath` carried; a cookie that was tampered with leads to the help home. */
export function readReturn({ siteUrl }: Settings, text: string | undefined) {
  const url = text !== undefined && URL.canParse(text, siteUrl) ? new URL(text, siteUrl) : undefined;
  const locale = url?.pathname.split('/')[1] ?? '';
  const kept = url?.searchParams.get('kept') ?? '';
  return {
    locale: isLocale(locale) ? locale : SOURCE_LOCALE,
    destinationId: isSecretToken(kept) ? kept : '',
    errandId: url?.searchParams.get('errand') ?? undefined,
  };
}
