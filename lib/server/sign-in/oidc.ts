import { createHash, randomBytes } from 'node:crypto';
import { type Settings, settings } from '@/lib/env';
import { isLocale, type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { nowAt } from '@/lib/server/clock';
import { sessionCookieName } from '@/lib/server/session-cookie';
import { landingUrl } from './destination';
import { callNextAuth } from './next-auth-call';
import { OIDC_PROVIDER_ID, type OidcRefusal, oidcOptions } from './oidc-options';
import { isSecretToken } from './secret-token';
import { endTokenSession, findSessionOfToken } from './session-token';

export type Redirect = { readonly location: string; readonly setCookies: readonly string[] };
type Cookies = Readonly<Record<string, string>>;

/** What next-auth hands the browser for the time of one flow. */
const FLOW_COOKIES = ['state', 'nonce', 'pkce.code_verifier'];

/** Sends the reader to the identity provider. Undefined when none is configured. */
export async function startOidc(locale: Locale, destinationId: string): Promise<Redirect | undefined> {
  const all = settings();
  if (!all.oidc) return undefined;
  const options = oidcOptions(all.oidc, all, { signedInPersonId: undefined, onRefusal: () => {} });
  const csrf = mintCsrf(all);
  const answer = await callNextAuth(all.siteUrl, options, {
    method: 'POST',
    query: { nextauth: ['signin', OIDC_PROVIDER_ID] },
    body: { csrfToken: csrf.token, callbackUrl: returnPath(locale, destinationId) },
    cookies: { [cookieName(all, 'csrf-token')]: csrf.cookie },
  });
  // It names its own error page where discovery failed.
  const isAway = answer.location !== undefined && new URL(answer.location).origin !== all.siteUrl;
  if (!isAway) return refused(locale, destinationId, 'provider_failed', []);
  return { location: answer.location, setCookies: answer.setCookies };
}

/** The way back from the provider: signs in and goes on to where the reader was going, or says why not. */
export async function finishOidc(query: URLSearchParams, cookies: Cookies): Promise<Redirect | undefined> {
  const all = settings();
  if (!all.oidc) return undefined;
  const { locale, destinationId } = readReturn(all, cookies[cookieName(all, 'callback-url')]);
  const over = [...FLOW_COOKIES, 'callback-url'].map((name) => expired(all, cookieName(all, name)));
  if (query.get('error') === 'access_denied') return refused(locale, destinationId, 'sign_in_cancelled', over);
  const previous = cookies[sessionCookieName(all.siteUrl)];
  const signedIn = isSecretToken(previous) ? await findSessionOfToken(previous, nowAt()) : undefined;
  let refusal: OidcRefusal | undefined;
  const options = oidcOptions(all.oidc, all, {
    signedInPersonId: signedIn?.person.id,
    onRefusal: (why) => {
      refusal = why;
    },
  });
  // Without its session cookie: it would keep a session instead of rotating, and tie a new account to it unasked.
  const handedOver = FLOW_COOKIES.map((name) => cookieName(all, name));
  const answer = await callNextAuth(all.siteUrl, options, {
    method: 'GET',
    query: { ...pick(query, ['code', 'state', 'iss', 'error']), nextauth: ['callback', OIDC_PROVIDER_ID] },
    body: {},
    cookies: Object.fromEntries(Object.entries(cookies).filter(([name]) => handedOver.includes(name))),
  });
  const started = answer.setCookies.find((cookie) => cookie.startsWith(`${sessionCookieName(all.siteUrl)}=`));
  if (started === undefined) return refused(locale, destinationId, refusal ?? 'provider_failed', over);
  if (isSecretToken(previous)) await endTokenSession(previous);
  return { location: all.siteUrl + (await landingUrl(locale, destinationId)), setCookies: [started, ...over] };
}

/** next-auth starts a flow only against a token in cookie and form. Minted here, it needs no earlier page. */
function mintCsrf({ authSecret }: Settings) {
  const token = randomBytes(32).toString('hex');
  return {
    token,
    cookie: `${token}|${createHash('sha256')
      .update(token + authSecret)
      .digest('hex')}`,
  };
}

function cookieName({ siteUrl }: Settings, name: string): string {
  if (!siteUrl.startsWith('https://')) return `next-auth.${name}`;
  return `${name === 'csrf-token' ? '__Host-' : '__Secure-'}next-auth.${name}`;
}

function expired({ siteUrl }: Settings, name: string): string {
  return `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${siteUrl.startsWith('https://') ? '; Secure' : ''}`;
}

function returnPath(locale: Locale, destinationId: string): string {
  return `/${locale}/sign-in?kept=${destinationId}`;
}

function readReturn({ siteUrl }: Settings, text: string | undefined) {
  const url = text !== undefined && URL.canParse(text, siteUrl) ? new URL(text, siteUrl) : undefined;
  const locale = url?.pathname.split('/')[1] ?? '';
  const kept = url?.searchParams.get('kept') ?? '';
  return { locale: isLocale(locale) ? locale : SOURCE_LOCALE, destinationId: isSecretToken(kept) ? kept : '' };
}

function refused(locale: Locale, destinationId: string, why: OidcRefusal, setCookies: readonly string[]): Redirect {
  const query = new URLSearchParams(destinationId ? { why, kept: destinationId } : { why });
  return { location: `${settings().siteUrl}/${locale}/sign-in/refused?${query}`, setCookies };
}

function pick(query: URLSearchParams, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) =>
      query
        .getAll(name)
        .slice(0, 1)
        .map((value) => [name, value]),
    ),
  );
}
