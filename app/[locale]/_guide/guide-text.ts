import type { Policy } from '@/lib/domain/policies';
import { createTextContext } from '@/lib/guides/context';
import type { Guide, PartText } from '@/lib/guides/load';
import { Tag } from '@/lib/guides/markdoc';
import { renderContent } from '@/lib/guides/render';
import type { ReaderRegion } from '@/lib/guides/tree';
import type { Locale } from '@/lib/i18n/locales';
import { markupFor } from './guide-markup';

/** For whom a text is told: the page's language, the reader's region, and the policy their subscription is under. */
export type GuideText = {
  readonly locale: Locale;
  readonly region: ReaderRegion | null;
  readonly policy?: Policy | undefined;
  /** The source, where the reader asked for both. */
  readonly source?: Guide | undefined;
};

/** A part's text as HTML, in its own language inside the reader's page; below a heading where it is given one. */
export function drawPart(
  { lang, content }: PartText,
  { locale, region, policy }: GuideText,
  heading?: { readonly id: string; readonly title: string },
): string {
  const context = createTextContext({ lang, readerLocale: locale, region, ...(policy ? { policy } : {}) });
  const first = heading ? [new Tag('h2', { id: heading.id }, [heading.title])] : [];
  return renderContent([...first, ...content], { ...context, markup: markupFor(locale) });
}

/** The language of a part, where it is not the page's own. */
export function foreign(lang: Locale, locale: Locale): Locale | undefined {
  return lang === locale ? undefined : lang;
}
