import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { findDestination } from '@/lib/server/sign-in/destination';
import { findAnchor, findOwnPath } from '@/lib/server/sign-in/own-path';
import type { Place } from './place-fields';

/** The place that the page's address names: by `kept`, or by `to` (an own path with its query) and `at` (an anchor). */
export async function findPlace({ params, searchParams }: PageProps): Promise<Place & { hasTyped: boolean }> {
  const locale = requireLocale((await params).locale);
  const query = await searchParams;
  const id = firstOf(query, 'kept');
  const destination = await findDestination(id);
  if (destination && id !== undefined) {
    const { path, anchor, typed } = destination;
    return { locale, here: path, at: anchor ?? '', kept: id, hasTyped: Object.keys(typed).length > 0 };
  }
  const here = findOwnPath(firstOf(query, 'to') ?? '')?.path ?? `/${locale}/help`;
  return { locale, here, at: findAnchor(firstOf(query, 'at') ?? '') ?? '', kept: undefined, hasTyped: false };
}

/** The sign-in page below the locale, with the same place in its query. */
export function signInPath({ here, at, kept }: Place): string {
  return pathWith('/sign-in', kept === undefined ? { to: here, at: at || undefined } : { kept });
}
