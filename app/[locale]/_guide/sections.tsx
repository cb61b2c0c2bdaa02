import type { ReactNode } from 'react';
import type { Guide } from '@/lib/guides/load';
import { Prose } from '@/lib/ui/article';
import { drawPart, foreign, type GuideText } from './guide-text';
import { PartNotices } from './part-notices';
import { SourceBeside } from './source-beside';

type Props = {
  readonly guide: Guide;
  readonly place: 'before' | 'after';
  readonly text: GuideText;
  readonly contents: Readonly<Record<string, ReactNode>>;
};

/** The running text before or after the steps. */
export function GuideSections({ guide, place, text, contents }: Props) {
  return guide.sections
    .filter((section) => section.place === place)
    .map((section) => (
      <section key={section.id} aria-labelledby={section.id}>
        <Prose lang={foreign(section.lang, text.locale)} html={drawPart(section, text, section)} />
        <SourceBeside id={section.id} text={text} />
        <PartNotices part={section} text={text} />
        {contents[section.id]}
      </section>
    ));
}
