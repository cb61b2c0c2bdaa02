import { type ErrandPurpose, saveErrand, takeErrand } from '@/db/provider-errands';
import { accept } from '@/lib/domain/outcome';
import { settings } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import { realNowAt } from '@/lib/server/clock';
import { personScopeOf } from '@/lib/server/guard';
import { asSession } from '@/lib/server/session';
import { sessionCookieName } from '@/lib/server/session-cookie';
import { landingUrl } from './destination';
import { ERRAND_MINUTES } from './limits';
import { callNextAuth } from './next-auth-call';
import { expired, FLOW_COOKIES, flowCookie, mintCsrf, readReturn, returnPath } from './oidc-cookies';
import { OIDC_PROVIDER_ID, type OidcRefusal, type OwnErrand, oidcOptions } from './oidc-options';
import { hashSecretToken, isSecretToken, newSecretToken } from './secret-token';
import { endTokenSession, findSessionOfToken } from './session-token';

export type Redirect = { readonly location: string; readonly setCookies: readonly string[] };
type Cookies = Readonly<Record<string, string>>;

const NOBODY = { userAgent: undefined, onRefusal() {}, onSignIn() {} };

type Errand = { readonly purpose: ErrandPurpose; readonly personId: string };

/** Sends the reader to the identity provider, on an errand where they are signed in. Undefined when none is configured. */
export async function startOidc(locale: Locale, destinationId: string, errand?: Errand): Promise<Redirect | undefined> {
  const all = settings();
  if (!all.oidc) return undefined;
  const errandId = errand && newSecretToken();
  const kept = errand && errandId ? await keepErrand(errand, errandId) : accept(undefined);
  if (!kept.ok) return refused(locale, destinationId, kept.refusal, []);
  const options = oidcOptions(all.oidc, all, { ...NOBODY, errand: undefined }, errand !== undefined);
  const csrf = mintCsrf(all);
  const answer = await callNextAuth(all.siteUrl, options, {
    method: 'POST',
    query: { nextauth: ['signin', OIDC_PROVIDER_ID] },
    body: { csrfToken: csrf.token, callbackUrl: returnPath(locale, destinationId, errandId) },
    cookies: { [flowCookie(all, 'csrf-token')]: csrf.cookie },
  });
  // It names its own error page where discovery failed.
  const isAway = answer.location !== undefined && new URL(answer.location).origin !== all.siteUrl;
  if (!isAway) return refused(locale, destinationId, 'provider_failed', []);
  return { location: answer.location, setCookies: answer.setCookies };
}

/** The way back from the provider: signs in and goes on to where the reader was going, or says why not. */
export async function finishOidc(
  query: URLSearchParams,
  cookies: Cookies,
  userAgent?: string,
): Promise<Redirect | undefined> {
  const all = settings();
  if (!all.oidc) return undefined;
  const { locale, destinationId, errandId } = readReturn(all, cookies[flowCookie(all, 'callback-url')]);
  const over = [...FLOW_COOKIES, 'callback-url'].map((name) => expired(all, flowCookie(all, name)));
  const previous = cookies[sessionCookieName(all.siteUrl)];
  const errand = errandId === undefined ? undefined : await findOwnErrand(errandId, previous);
  if (query.get('error') === 'access_denied') return refused(locale, destinationId, 'sign_in_cancelled', over);
  if (errandId !== undefined && errand === undefined) return refused(locale, destinationId, 'errand_over', over);
  let refusal: OidcRefusal | undefined;
  let personId = '';
  const options = oidcOptions(all.oidc, all, {
    errand,
    userAgent,
    onRefusal: (why) => {
      refusal = why;
    },
    onSignIn: (who) => {
      personId = who;
    },
  });
  // Without its session cookie: it would keep a session instead of rotating, and tie a new account to it unasked.
  const handedOver = FLOW_COOKIES.map((name) => flowCookie(all, name));
  const answer = await callNextAuth(all.siteUrl, options, {
    method: 'GET',
    query: { ...pick(query, ['code', 'state', 'iss', 'error']), nextauth: ['callback', OIDC_PROVIDER_ID] },
    body: {},
    cookies: Object.fromEntries(Object.entries(cookies).filter(([name]) => handedOver.includes(name))),
  });
  const started = answer.setCookies.find((cookie) => cookie.startsWith(`${sessionCookieName(all.siteUrl)}=`));
  if (started === undefined) return refused(locale, destinationId, refusal ?? 'provider_failed', over);
  if (isSecretToken(previous)) await endTokenSession(previous);
  const landing =
    errand?.purpose === 'link'
      ? `/${locale}/account?notice=login_linked#sign-in-ways`
      : await landingUrl(locale, destinationId, personId);
  return { location: all.siteUrl + landing, setCookies: [started, ...over] };
}

function keepErrand(errand: Errand, id: string) {
  const createdAt = realNowAt();
  const expiresAt = createdAt + ERRAND_MINUTES * 60_000;
  return saveErrand({ ...errand, idHash: hashSecretToken(id), createdAt, expiresAt });
}

/** The errand of the person who is still signed in; undefined where it is over, or another person's. */
async function findOwnErrand(id: string, sessionToken: string | undefined): Promise<OwnErrand | undefined> {
  const live = isSecretToken(sessionToken) ? await findSessionOfToken(sessionToken, realNowAt()) : undefined;
  const taken = await takeErrand(hashSecretToken(id), realNowAt());
  const errand = taken.ok ? taken.value : undefined;
  return live && errand?.personId === live.person.id ? { ...errand, scope: personScopeOf(asSession(live)) } : undefined;
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
