import { randomBytes } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { settings } from '@/lib/env';
import { canonicalLocale } from '@/lib/i18n/negotiate';
import { isLoopback } from '@/lib/setting-checks';
import { realNowAt } from './clock';
import { LANGUAGE_COOKIE } from './language-cookie';
import type { Incoming } from './route';
import { sessionCookieName } from './session-cookie';
import { isSecretToken } from './sign-in/secret-token';
import { findSessionOfToken } from './sign-in/session-token';

/** What `route` needs to know of a request. Looks the person up only where an address names no language. */
export async function toIncoming(request: NextRequest): Promise<Incoming> {
  const { pathname, search } = request.nextUrl;
  const cookie = request.cookies.get(sessionCookieName(settings().siteUrl))?.value;
  const length = request.headers.get('content-length');
  const namesLanguage = canonicalLocale(pathname.split('/')[1] ?? '') !== undefined;
  return {
    method: request.method,
    path: pathname,
    query: search,
    hasSession: cookie !== undefined,
    isDemo: settings().mode === 'demo',
    isSameOrigin: isSameOrigin(request),
    contentLength: length === null ? null : Number(length),
    contentType: request.headers.get('content-type') ?? '',
    acceptLanguage: request.headers.get('accept-language') ?? undefined,
    chosenLocale: request.cookies.get(LANGUAGE_COOKIE)?.value,
    personLocale: namesLanguage ? undefined : await findPersonLocale(cookie),
  };
}

/**
 * Whether a form comes from a page of ours. An older browser sends neither header with a form of its own site, but
 * then a stranger's page could look the same, so nothing is taken as nothing.
 */
function isSameOrigin(request: NextRequest): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return request.headers.get('sec-fetch-site') === 'same-origin';
  const { mode, siteUrl } = settings();
  if (mode === 'live') return origin === siteUrl;
  const host = request.headers.get('host') ?? '';
  return origin === `http://${host}` && URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}

async function findPersonLocale(token: string | undefined): Promise<string | undefined> {
  if (!isSecretToken(token)) return undefined;
  return (await findSessionOfToken(token, realNowAt()))?.person.locale ?? undefined;
}

/** The host the site answers as: the configured one, in a demo the one that was asked. */
export function ownHost(request: NextRequest): string {
  const { mode, siteUrl } = settings();
  return mode === 'live' ? new URL(siteUrl).host : (request.headers.get('host') ?? '');
}

/** 128 random bits for one answer's scripts. */
export function mintNonce(): string {
  return randomBytes(16).toString('base64');
}
