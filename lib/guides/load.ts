import type { RenderableTreeNode } from '@markdoc/markdoc';
import { findGuide, type GuideId } from '@/lib/domain/guides/registry';
import { isStep, listParts, type SectionStructure, type StepStructure } from '@/lib/domain/guides/structure';
import { fallbackChain, type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { formatFault } from './fault';
import { findText, guideFile, messagesRoot } from './files';
import type { FrontMatter, Made } from './front-matter';
import { transform } from './markdoc';
import { type ParsedGuide, type ParsedPart, parseGuide } from './parse';
import { CONFIG } from './schema';
import { freshnessOf, LEAD, madeOf, ruleHashOf } from './staleness';
import { flattenUi, readUiTree } from './ui-messages';

export type PartText = {
  readonly lang: Locale;
  readonly title: string;
  readonly content: readonly RenderableTreeNode[];
};

/** A section or step in the reader's language, or in `lang` where it fell back. */
export type GuideSection = PartText & {
  readonly id: string;
  readonly place: 'before' | 'steps' | 'after';
  readonly made: Made;
  /** Why another language stands here: it is not translated, or the rule behind the step changed. */
  readonly fellBack?: 'missing' | 'rule-changed';
  /** The source as it is now, to open beside a text made from an earlier one. */
  readonly stale?: PartText;
  /** The source, to show with an irreversible step that only a machine has translated. */
  readonly unreviewed?: PartText;
};
export type GuideStep = GuideSection & Omit<StepStructure, 'id'>;

export type Guide = {
  readonly id: GuideId;
  readonly kind: 'task' | 'reference';
  readonly locale: Locale;
  /** The language of title, promise and summary. */
  readonly lang: Locale;
  readonly title: string;
  readonly promise: string;
  readonly summary: string;
  readonly category?: string;
  readonly synonyms: readonly string[];
  readonly isTranslated: boolean;
  readonly isLeadStale: boolean;
  readonly provenance: { readonly made: Made; readonly reviewedOn?: string };
  readonly sections: readonly GuideSection[];
  readonly steps: readonly GuideStep[];
  /** Everything in reading order, for "in this article". */
  readonly headings: readonly {
    readonly id: string;
    readonly title: string;
    readonly lang: Locale;
    readonly isStep: boolean;
  }[];
};

const loaded = new Map<string, Guide>();

/**
 * One guide for readers of a locale, each part from the nearest language that has it usable. Kept in memory for the
 * life of the process. Throws where the files do not pass the build's check.
 */
export function loadGuide(locale: Locale, guideId: GuideId, root: string = messagesRoot()): Guide {
  const key = [root, locale, guideId].join('\n');
  const guide = loaded.get(key) ?? composeGuide(locale, guideId, root);
  loaded.set(key, guide);
  return guide;
}

type Text = { readonly locale: Locale; readonly parsed: ParsedGuide; readonly front: FrontMatter };

/** Whether the locale has a text of its own for this guide. */
export function hasGuide(locale: Locale, guideId: GuideId, root: string = messagesRoot()): boolean {
  return findText(guideFile(root, locale, guideId)) !== undefined;
}

function findGuideText(root: string, locale: Locale, guideId: string): Text | undefined {
  const file = guideFile(root, locale, guideId);
  const text = findText(file);
  if (text === undefined) return undefined;
  const parsed = parseGuide(file, text);
  const [fault] = parsed.faults;
  if (fault || !parsed.frontMatter) throw new Error(fault ? formatFault(fault) : `${file} has no front matter`);
  return { locale, parsed, front: parsed.frontMatter };
}

function composeGuide(locale: Locale, guideId: GuideId, root: string): Guide {
  const structure = findGuide(guideId);
  const texts = [locale, ...fallbackChain(locale)].flatMap((tag) => findGuideText(root, tag, guideId) ?? []);
  const [first] = texts;
  const source = texts.find((text) => text.locale === SOURCE_LOCALE);
  if (!structure || !first || !source) throw new Error(`The guide ${guideId} has no text in ${SOURCE_LOCALE}`);
  const labels = flattenUi(readUiTree(root, SOURCE_LOCALE));
  const compose = (part: SectionStructure | StepStructure, place: GuideSection['place']) =>
    composePart(part, place, texts, source, locale, ruleHashOf(part, labels));
  const sections = [
    ...structure.before.map((part) => compose(part, 'before')),
    ...structure.after.map((part) => compose(part, 'after')),
  ];
  const steps = structure.steps.map((step): GuideStep => ({ ...step, ...compose(step, 'steps') }));
  const { front } = first;
  return {
    id: guideId,
    kind: structure.kind,
    locale,
    lang: first.locale,
    title: front.title,
    promise: front.promise,
    summary: front.summary,
    ...(front.category ? { category: front.category } : {}),
    synonyms: front.synonyms,
    isTranslated: first.locale === locale,
    isLeadStale: first !== source && freshnessOf(LEAD, front, source.parsed, undefined) !== 'fresh',
    provenance: { made: front.provenance, ...(front.reviewedOn ? { reviewedOn: front.reviewedOn } : {}) },
    sections,
    steps,
    headings: listParts(structure).flatMap((part) => {
      const text = [...sections, ...steps].find(({ id }) => id === part.id);
      return text ? [{ id: part.id, title: text.title, lang: text.lang, isStep: isStep(part) }] : [];
    }),
  };
}

function composePart(
  part: SectionStructure | StepStructure,
  place: GuideSection['place'],
  texts: readonly Text[],
  source: Text,
  locale: Locale,
  ruleHash: string | undefined,
): GuideSection {
  let fellBack: GuideSection['fellBack'];
  for (const text of texts) {
    const written = text.parsed.parts.find(({ id }) => id === part.id);
    const freshness = text === source ? 'fresh' : freshnessOf(part.id, text.front, source.parsed, ruleHash);
    if (!written || freshness === 'rule-changed' || (freshness === 'unrecorded' && ruleHash !== undefined)) {
      fellBack ??= written ? 'rule-changed' : 'missing';
      continue;
    }
    const made = madeOf(text.front, part);
    const sourcePart = source.parsed.parts.find(({ id }) => id === part.id);
    const sourceText = sourcePart && toText(sourcePart, source.locale);
    const isUnreviewed = text !== source && isStep(part) && part.irreversible && made === 'machine';
    return {
      id: part.id,
      place,
      made,
      ...toText(written, text.locale),
      ...(text.locale !== locale ? { fellBack: fellBack ?? 'missing' } : {}),
      ...(freshness !== 'fresh' && sourceText ? { stale: sourceText } : {}),
      ...(isUnreviewed && sourceText ? { unreviewed: sourceText } : {}),
    };
  }
  throw new Error(`${source.parsed.file} has no part ${part.id}`);
}

function toText(part: ParsedPart, lang: Locale): PartText {
  return { lang, title: part.title, content: transform([...part.body], CONFIG) };
}
