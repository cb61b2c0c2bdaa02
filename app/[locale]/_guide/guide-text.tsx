import type { ReactNode } from 'react';
import type { Policy } from '@/lib/domain/policies';
import { createTextContext } from '@/lib/guides/context';
import type { Guide, PartText } from '@/lib/guides/load';
import { type GuideComponents, renderContent } from '@/lib/guides/render';
import type { ReaderRegion } from '@/lib/guides/tree';
import type { Locale } from '@/lib/i18n/locales';
import { Callout } from '@/lib/ui/callout';

/** For whom a text is told: the page's language, the reader's region, and the policy their subscription is under. */
export type GuideText = {
  readonly locale: Locale;
  readonly region: ReaderRegion | null;
  readonly policy?: Policy | undefined;
  /** The source, where the reader asked for both. */
  readonly source?: Guide | undefined;
};

/** A part's text, drawn in its own language inside the reader's page. */
export function drawPart({ lang, content }: PartText, { locale, region, policy }: GuideText): ReactNode {
  const context = createTextContext({ lang, readerLocale: locale, region, ...(policy ? { policy } : {}) });
  return renderContent(content, { ...context, components: componentsFor(locale) });
}

/** The language of a part, where it is not the page's own. */
export function foreign(lang: Locale, locale: Locale): Locale | undefined {
  return lang === locale ? undefined : lang;
}

function componentsFor(locale: Locale): GuideComponents {
  return {
    Callout,
    GuideLink: ({ guide, anchor, children }) => (
      <a href={`/${locale}/help/${guide}${anchor ? `#${anchor}` : ''}`}>{children}</a>
    ),
    Label: ({ text, readerText }) => (
      <strong className="label-name">
        {text}
        {readerText && readerText !== text ? <span lang={locale}> ({readerText})</span> : null}
      </strong>
    ),
    Only: ({ label, children }) => (
      <div className="only">
        {label ? <p className="only-for">{label}</p> : null}
        {children}
      </div>
    ),
    Table: ({ children }) => (
      <div className="table-scroll">
        <table>{children}</table>
      </div>
    ),
  };
}
