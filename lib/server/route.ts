import { isGuideId, listParameters } from '@/lib/domain/guides/registry';
import { isGuideView } from '@/lib/domain/guides/views';
import type { Permission } from '@/lib/domain/roles';
import { isLocale, type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { canonicalLocale, negotiateLocale } from '@/lib/i18n/negotiate';
import { findCall } from './calls';
import { type FoundPage, findPage, HANDLERS, type PagePolicy, type RecordKind } from './pages';
import { isFormType, MAX_BODY_OCTETS } from './request-limits';

/** The parts of a request that decide where it goes. `query` keeps its leading `?`, or is empty. */
export type Incoming = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly hasSession: boolean;
  readonly isDemo: boolean;
  readonly isSameOrigin: boolean;
  /** Octets announced by Content-Length; null when a body comes without one. */
  readonly contentLength: number | null;
  readonly contentType: string;
  readonly acceptLanguage?: string | undefined;
  readonly chosenLocale?: string | undefined;
  readonly personLocale?: string | undefined;
};

export type Route =
  | { readonly to: 'static'; readonly locale: Locale; readonly path?: string }
  | {
      readonly to: 'live';
      readonly locale: Locale;
      readonly path: string;
      readonly record?: KeyedRecord;
      readonly staff?: Permission;
      readonly hidesReferrer?: true;
    }
  | { readonly to: 'handler'; readonly locale?: Locale; readonly record?: KeyedRecord }
  | { readonly to: 'call'; readonly path: string; readonly isAnswered: boolean }
  | { readonly to: 'missing'; readonly locale: Locale }
  | { readonly to: 'redirect'; readonly status: 302 | 308; readonly location: string; readonly choose?: Locale }
  | { readonly to: 'refuse'; readonly status: 403 | 405 | 411 | 413 | 415; readonly locale: Locale };

export type KeyedRecord = { readonly kind: RecordKind; readonly id: string };

const METHODS = ['GET', 'HEAD', 'POST'];

/** Where a request goes. Pure; it chooses, and never decides who may see what. */
export function route(incoming: Incoming): Route {
  const call = isDecodable(incoming.path) ? findCall(incoming.path) : undefined;
  if (call) {
    const isAnswered = call.policy.methods.some((method) => isMethod(incoming, method));
    return { to: 'call', path: call.path, isAnswered };
  }
  const [, first = '', ...others] = incoming.path.split('/');
  const named = canonicalLocale(first);
  const locale = named ?? negotiateLocale({ ...incoming, chosen: incoming.chosenLocale });
  const refusal = refuse(incoming);
  if (refusal) return { to: 'refuse', status: refusal, locale };

  const handler = findPage(incoming.path, HANDLERS);
  if (handler)
    return handler.page.methods.some((method) => isMethod(incoming, method))
      ? { to: 'handler' }
      : { to: 'refuse', status: 405, locale };

  const rest = others.length > 0 ? `/${others.join('/')}` : '';
  if (named === undefined) return withoutLocale(incoming, locale);
  const tidy = trimSlash(rest) || '/help';
  const chosen = chosenLanguage(incoming.query);
  if (chosen) {
    return { to: 'redirect', status: 302, location: `/${chosen.locale}${tidy}${chosen.query}`, choose: chosen.locale };
  }
  const found = findShownPage(tidy, incoming);
  if (!found) return { to: 'missing', locale };
  if (!isLocale(first) || tidy !== rest) {
    return { to: 'redirect', status: 308, location: `/${locale}${tidy}${incoming.query}` };
  }
  return serve(incoming, locale, tidy, found);
}

function serve(incoming: Incoming, locale: Locale, path: string, { page, id }: FoundPage): Route {
  if (!page.methods.some((method) => isMethod(incoming, method))) return { to: 'refuse', status: 405, locale };
  if (page.rendering === 'handler') {
    return page.record && id !== undefined
      ? { to: 'handler', locale, record: { kind: page.record, id } }
      : { to: 'handler' };
  }
  const isRead = incoming.method !== 'POST';
  const isForAll = isRead && !incoming.hasSession && !asksMore(incoming.query, id);
  if (page.rendering === 'two' && isForAll) return { to: 'static', locale, ...findTwin(incoming, locale, page, id) };
  const inside = page.live?.replace('[guide]', id ?? '') ?? path;
  const hides = page.hidesReferrer ? { hidesReferrer: page.hidesReferrer } : {};
  const staff = page.staff ? { staff: page.staff } : {};
  const live = { to: 'live', locale, path: `/${locale}${inside}`, ...staff, ...hides } as const;
  return page.record && id !== undefined ? { ...live, record: { kind: page.record, id } } : live;
}

/** The page made at build that shows a translated guide as the address asks; nothing where that is the page itself. */
function findTwin(
  { query }: Incoming,
  locale: Locale,
  { twin }: PagePolicy,
  id: string | undefined,
): { path?: string } {
  const view = new URLSearchParams(query).get('view') ?? undefined;
  if (!twin || id === undefined || locale === SOURCE_LOCALE || !isGuideView(view)) return {};
  return { path: `/${locale}${twin.replace('[guide]', id).replace('[view]', view)}` };
}

/**
 * Whether an address asks for what the page made at build, the same for all, cannot say: a notice after a redirect, or
 * what a guide answers.
 */
function asksMore(query: string, id: string | undefined): boolean {
  const parameters = new URLSearchParams(query);
  const answered = id !== undefined && isGuideId(id) ? listParameters(id) : [];
  return ['notice', ...answered].some((name) => parameters.has(name));
}

/** An address without a locale: `/` and the path of a page lead to the reader's language, all else is not there. */
function withoutLocale(incoming: Incoming, locale: Locale): Route {
  const tidy = trimSlash(incoming.path) || '/help';
  const found = findShownPage(tidy, incoming);
  if (!found || found.page.rendering === 'handler') return { to: 'missing', locale };
  return { to: 'redirect', status: 302, location: `/${locale}${tidy}${incoming.query}` };
}

function findShownPage(path: string, { isDemo }: Incoming): FoundPage | undefined {
  const found = isDecodable(path) ? findPage(path) : undefined;
  return found?.page.audience === 'demo' && !isDemo ? undefined : found;
}

function refuse({ method, isSameOrigin, contentLength, contentType }: Incoming) {
  if (!METHODS.includes(method)) return 405;
  if (method !== 'POST') return undefined;
  if (!isSameOrigin) return 403;
  if (contentLength === null) return 411;
  if (contentLength > MAX_BODY_OCTETS) return 413;
  return isFormType(contentType) ? undefined : 415;
}

function isMethod({ method }: Incoming, allowed: string): boolean {
  return method === allowed || (method === 'HEAD' && allowed === 'GET');
}

/** Next decodes what stands in a path's variable part, and answers 500 where that is not UTF-8. */
function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

function trimSlash(path: string): string {
  return path.replace(/\/+$/, '');
}

/** `?hl=sv-SE` is the reader's choice of language; the rest of the query stays. */
function chosenLanguage(query: string): { locale: Locale; query: string } | undefined {
  const parameters = new URLSearchParams(query);
  const locale = canonicalLocale(parameters.get('hl') ?? '');
  if (!locale) return undefined;
  parameters.delete('hl');
  return { locale, query: parameters.size > 0 ? `?${parameters}` : '' };
}
