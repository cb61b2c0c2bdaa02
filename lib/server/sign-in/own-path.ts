import { isLocale, type Locale } from '@/lib/i18n/locales';

export type OwnPath = { readonly locale: Locale; readonly path: string };

const HERE = 'http://own.invalid';
const LONGEST = 2000;

/**
 * A path of this site with its query, as the URL parser reads it, or undefined: whatever a browser could take for
 * another site, has no known locale, or leads back to signing in. The fragment is dropped.
 */
export function findOwnPath(text: string): OwnPath | undefined {
  if (text.length > LONGEST || !/^\/[^/\\]/.test(text) || /[\\\s\p{C}]/u.test(text)) return undefined;
  if (!URL.canParse(text, HERE)) return undefined;
  const { origin, pathname, search } = new URL(text, HERE);
  if (origin !== HERE || /\/\/|%2f|%5c|%00/i.test(pathname)) return undefined;
  const [, locale = '', room] = pathname.split('/');
  if (!isLocale(locale) || room === 'sign-in' || room === 'live') return undefined;
  return { locale, path: pathname + search };
}

/** The id of a step or a section, or undefined where it is none. */
export function findAnchor(text: string): string | undefined {
  return /^[a-z0-9][a-z0-9_-]{0,99}$/i.test(text) ? text : undefined;
}
