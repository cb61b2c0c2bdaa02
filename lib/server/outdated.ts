import { type NextRequest, NextResponse } from 'next/server';
import type { Typed } from '@/lib/domain/task-state';
import type { Locale } from '@/lib/i18n/locales';
import { destinationUrl, findDestination, keepDestination } from './sign-in/destination';

/** A form of an older build leads to today's page, with what was typed and a line that says so. */
export async function answerOutdated(request: NextRequest, locale: Locale, typed: Typed): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const { at = '', key: _spent, version: _old, here: _here, locale: _locale, form: _form, ...values } = typed;
  const kept = await keepDestination({ locale, path: pathname + search, anchor: at, typed: values });
  const destination = kept.ok ? await findDestination(kept.value) : undefined;
  const url = new URL(
    destination && kept.ok ? destinationUrl(destination, kept.value) : pathname + search,
    request.nextUrl,
  );
  url.searchParams.set('notice', 'page_updated');
  const isScript = request.headers.has('next-action');
  return isScript ? loadAnew(url) : NextResponse.redirect(url, 303);
}

/** For a script that has sent a form: Next's client takes a redirect that carries no page as "load it anew". */
export function loadAnew({ pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>): NextResponse {
  return new NextResponse(null, {
    status: 200,
    headers: { 'x-action-redirect': `${pathname}${search}${hash};replace` },
  });
}
