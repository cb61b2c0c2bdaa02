import { CURRENT_POLICY, type Policy } from '@/lib/domain/policies';
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

/** Parts are kept for the life of a process; there are as many ways to draw one as policies and regions. */
const drawn = new WeakMap<PartText, WeakMap<Policy, Map<string, string>>>();

/** A part's text as HTML, in its own language inside the reader's page; below a heading where it is given one. */
export function drawPart(
  part: PartText,
  { locale, region, policy = CURRENT_POLICY }: GuideText,
  heading?: { readonly id: string; readonly title: string },
): string {
  const underPolicy = drawn.get(part) ?? new WeakMap<Policy, Map<string, string>>();
  const ways = underPolicy.get(policy) ?? new Map<string, string>();
  drawn.set(part, underPolicy.set(policy, ways));
  const way = `${locale} ${region?.country} ${heading?.id}`;
  const known = ways.get(way);
  if (known !== undefined) return known;
  const context = createTextContext({ lang: part.lang, readerLocale: locale, region, policy });
  const first = heading ? [new Tag('h2', { id: heading.id }, [heading.title])] : [];
  const html = renderContent([...first, ...part.content], { ...context, markup: markupFor(locale) });
  ways.set(way, html);
  return html;
}

/** The language of a part, where it is not the page's own. */
export function foreign(lang: Locale, locale: Locale): Locale | undefined {
  return lang === locale ? undefined : lang;
}
