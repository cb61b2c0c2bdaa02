import type { RenderableTreeNode } from '@markdoc/markdoc';
import { Tag } from '@/lib/guides/markdoc';
import type { GuideMarkup } from '@/lib/guides/render';
import type { CalloutKind } from '@/lib/guides/schema';
import type { Locale } from '@/lib/i18n/locales';
import { type IconName, shapeOf } from '@/lib/ui/icon';

const ICON: Record<CalloutKind, IconName> = {
  note: 'info',
  tip: 'bulb',
  important: 'info',
  caution: 'alert',
  warning: 'alert',
};

/** What a guide has beside plain paragraphs, lists and headings, as the page draws it. */
export function markupFor(locale: Locale): GuideMarkup {
  return {
    // The title says what kind it is, so that colour is not needed to know.
    Callout: ({ kind, title }, children) =>
      new Tag('div', { class: `callout callout-${kind}`, role: 'note' }, [
        new Tag('p', { class: 'callout-title' }, [iconOf(kind), title]),
        ...(children.some(Tag.isTag) ? children : [new Tag('p', {}, [...children])]),
      ]),
    GuideLink: ({ guide, anchor }, children) =>
      new Tag('a', { href: `/${locale}/help/${guide}${anchor ? `#${anchor}` : ''}` }, [...children]),
    Label: ({ text, readerText }) =>
      new Tag('strong', { class: 'label-name' }, [
        text,
        ...(readerText && readerText !== text ? [new Tag('span', { lang: locale }, [` (${readerText})`])] : []),
      ]),
    Only: ({ label }, children) =>
      new Tag('div', { class: 'only' }, [
        ...(label ? [new Tag('p', { class: 'only-for' }, [label])] : []),
        ...children,
      ]),
    Table: (children) => new Tag('div', { class: 'table-scroll' }, [new Tag('table', {}, [...children])]),
  };
}

function iconOf(kind: CalloutKind): RenderableTreeNode {
  const box = { class: 'icon', 'aria-hidden': 'true', width: 18, height: 18, viewBox: '0 0 20 20' };
  return new Tag('svg', box, [new Tag('path', { d: shapeOf(ICON[kind]) })]);
}
