import { type NextRequest, NextResponse } from 'next/server';
import { answerRefusal } from '@/lib/fulfilment/refusals';
import type { Locale } from '@/lib/i18n/locales';
import { ASKED_PATH_HEADER, askedPathValue } from '@/lib/server/asked-path';
import { contentSecurityPolicy, pageHeaders } from '@/lib/server/headers';
import { mintNonce, ownHost, toIncoming } from '@/lib/server/incoming';
import { RUNNABLE_HEADER } from '@/lib/server/judged-forms';
import { rememberLanguage } from '@/lib/server/language-cookie';
import { answerOutdated, loadAnew } from '@/lib/server/outdated';
import { paymentFormOrigins } from '@/lib/server/payment/payment-page-origin';
import { isRecordThere, isStaffPageThere } from '@/lib/server/record-lookup';
import { refusalOf } from '@/lib/server/refusal';
import { requestIds } from '@/lib/server/request-ids';
import { type Route, route } from '@/lib/server/route';
import { identityProviderOrigin } from '@/lib/server/sign-in/identity-provider-origin';
import { readSubmission } from '@/lib/server/submission';

/** Every request but Next's own static files. It chooses where a request goes; it is no authority on who may see what. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const incoming = await toIncoming(request);
  const chosen = route(incoming);
  switch (chosen.to) {
    case 'handler':
      return handle(request, chosen);
    case 'call':
      return answerCall(request, chosen);
    case 'refuse':
      return refusalOf(chosen.status, chosen.locale);
    case 'redirect':
      return redirectTo(request, chosen);
    case 'static':
      return madeAtBuild(request, chosen);
    case 'missing':
      return (await turnAway(request, chosen.locale)) ?? missing(request, chosen.locale, request.nextUrl.pathname);
    case 'live':
      return (await turnAway(request, chosen.locale)) ?? live(request, chosen);
  }
}

function madeAtBuild(request: NextRequest, { locale, path }: Extract<Route, { to: 'static' }>): NextResponse {
  const headers = pageHeaders('static', contentSecurityPolicy(undefined, formOrigins()), locale);
  if (path === undefined) return NextResponse.next({ headers });
  const url = request.nextUrl.clone();
  url.pathname = path;
  url.search = '';
  return NextResponse.rewrite(url, { headers });
}

/** A form that Next could not run is answered here. */
async function turnAway(request: NextRequest, locale: Locale): Promise<NextResponse | undefined> {
  if (request.method !== 'POST' || request.headers.has(RUNNABLE_HEADER)) return undefined;
  const submission = await readSubmission(request.clone(), request.headers.get('next-action'));
  if (submission.is === 'malformed') return refusalOf(400, locale);
  return submission.is === 'outdated' ? answerOutdated(request, locale, submission.typed) : undefined;
}

async function live(request: NextRequest, chosen: Extract<Route, { to: 'live' }>) {
  const { locale, path, record, staff, hidesReferrer } = chosen;
  const isThere =
    (!record || (await isRecordThere(request, record))) && (!staff || (await isStaffPageThere(request, staff)));
  const shown = isThere ? page(request, path, locale, 200) : missing(request, locale);
  if (hidesReferrer) shown.headers.set('referrer-policy', 'no-referrer');
  return shown;
}

/** A file of a record that is not there is answered like its page. */
async function handle(request: NextRequest, { locale, record }: Extract<Route, { to: 'handler' }>) {
  if (!record || !locale || (await isRecordThere(request, record))) return NextResponse.next();
  return missing(request, locale);
}

/** Of a record that is not there, nothing is said of its address: another's must look like none. */
function missing(request: NextRequest, locale: Locale, askedPath = '') {
  if (request.headers.has('next-action')) return loadAnew(request.nextUrl);
  return page(request, `/${locale}/live/missing`, locale, 404, askedPath);
}

/** The page behind the address, with a nonce for its scripts; Next reads the nonce from the request's policy. */
function page(request: NextRequest, path: string, locale: string, status: number, askedPath = '') {
  const policy = contentSecurityPolicy(mintNonce(), formOrigins());
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  // Next compares a form's origin with this header, which anybody can send; the origin has been judged already.
  headers.set('x-forwarded-host', ownHost(request));
  headers.set(ASKED_PATH_HEADER, askedPathValue(askedPath));
  // A form that was sent there has no action any more, and Next would say so in plain English.
  if (status === 404) headers.delete('content-type');
  const url = request.nextUrl.clone();
  url.pathname = path;
  const init = { request: { headers }, headers: pageHeaders('live', policy, locale) };
  return status === 200 ? NextResponse.rewrite(url, init) : NextResponse.rewrite(url, { ...init, status });
}

/** A publisher's program, at the one address of its call. Its ids come back on every answer, refusals too. */
function answerCall(request: NextRequest, { path, isAnswered }: Extract<Route, { to: 'call' }>): NextResponse {
  const headers = { ...requestIds(request.headers), 'cache-control': 'no-store' };
  if (!isAnswered) {
    const { body, status, headers: own } = answerRefusal('method_not_allowed');
    return new NextResponse(body, { status, headers: { ...Object.fromEntries(own), ...headers } });
  }
  const url = request.nextUrl.clone();
  url.pathname = path;
  return NextResponse.rewrite(url, { headers });
}

function redirectTo(request: NextRequest, { status, location, choose }: Extract<Route, { to: 'redirect' }>) {
  const response = NextResponse.redirect(new URL(location, request.nextUrl), status);
  if (status === 302) {
    response.headers.set('cache-control', 'private, no-store');
    response.headers.set('vary', 'Accept-Language, Cookie');
  }
  if (choose) rememberLanguage(response, choose);
  return response;
}

/** Where the redirect after a form of ours may lead. */
function formOrigins(): readonly string[] {
  return [identityProviderOrigin(), ...paymentFormOrigins()].filter((origin) => origin !== undefined);
}

export const config = { matcher: ['/((?!_next/static/|(?:icon\\.svg|favicon\\.ico)$).*)'] };
