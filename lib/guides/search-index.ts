import { GUIDES } from '@/lib/domain/guides/registry';
import type { Locale } from '@/lib/i18n/locales';
import { createTextContext } from './context';
import { type Guide, hasGuide, loadGuide } from './load';
import { createStemmer, listWords, type WordForms } from './stem';
import { resolveContent, textOf } from './tree';

/** Words that count `weight` when they answer. A sentence is a field of its own, so that it can be shown. */
export type Field = { readonly weight: number; readonly text: string; readonly words: readonly WordForms[] };
export type IndexedPart = {
  readonly id: string;
  readonly title: Field;
  readonly sentences: readonly Field[];
};
export type IndexedGuide = {
  readonly guide: Guide;
  readonly lead: readonly Field[];
  readonly parts: readonly IndexedPart[];
};

const WEIGHTS = { title: 8, synonyms: 6, promise: 3, partTitle: 4, sentence: 1 } as const;

const indexes = new Map<string, readonly IndexedGuide[]>();

/** The guides that a locale has as texts of its own, as words. Kept in memory for the life of the process. */
export function indexOf(locale: Locale, root: string): readonly IndexedGuide[] {
  const key = `${root}\n${locale}`;
  const index = indexes.get(key) ?? indexGuides(locale, root);
  indexes.set(key, index);
  return index;
}

function indexGuides(locale: Locale, root: string): readonly IndexedGuide[] {
  const context = createTextContext({ lang: locale, readerLocale: locale, region: null, root });
  const stem = createStemmer(locale);
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const field = (weight: number, text: string): Field => {
    return { weight, text, words: [...new Set(listWords(locale, text))].map(stem) };
  };
  return GUIDES.filter(({ id }) => hasGuide(locale, id, root)).map(({ id }) => {
    const guide = loadGuide(locale, id, root);
    const parts = [...guide.steps, ...guide.sections].filter(({ lang }) => lang === locale);
    return {
      guide,
      lead: [
        field(WEIGHTS.title, guide.title),
        ...guide.synonyms.map((synonym) => field(WEIGHTS.synonyms, synonym)),
        field(WEIGHTS.promise, `${guide.promise} ${guide.summary}`),
      ],
      parts: parts.map((part) => {
        const lines = textOf(resolveContent(part.content, context)).split('\n');
        const sentences = lines.flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()));
        return {
          id: part.id,
          title: field(WEIGHTS.partTitle, part.title),
          sentences: sentences.map((sentence) => field(WEIGHTS.sentence, sentence)),
        };
      }),
    };
  });
}
