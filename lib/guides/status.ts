import { type GuideStructure, listParts } from '@/lib/domain/guides/structure';
import { findText, guideFile } from './files';
import type { Made } from './front-matter';
import { parseGuide } from './parse';
import { type Freshness, freshnessOf, LEAD, madeOf, ruleHashOf } from './staleness';
import { flattenUi, readUiTree } from './ui-messages';

/** One translated part, or one that is missing. `guideId#partId` is how it is named everywhere. */
export type PartStatus = {
  readonly guideId: string;
  readonly partId: string;
  readonly state: Freshness | 'missing';
  readonly made?: Made;
};

export type StatusOptions = {
  readonly root: string;
  readonly sourceLocale: string;
  readonly guides: readonly GuideStructure[];
};

/** How every part of every guide stands in a translated locale, in the order of the guide list. */
export function listPartStatus(locale: string, { root, sourceLocale, guides }: StatusOptions): readonly PartStatus[] {
  const labels = flattenUi(readUiTree(root, sourceLocale));
  return guides.flatMap((guide) => {
    const read = (tag: string) => {
      const file = guideFile(root, tag, guide.id);
      return parseGuide(file, findText(file) ?? '');
    };
    const [own, source] = [read(locale), read(sourceLocale)];
    return [{ id: LEAD }, ...listParts(guide)].map((part): PartStatus => {
      const here = { guideId: guide.id, partId: part.id };
      const isWritten = part.id === LEAD || own.parts.some(({ id }) => id === part.id);
      if (!own.frontMatter || !isWritten) return { ...here, state: 'missing' };
      const rule = ruleHashOf(part, labels);
      return {
        ...here,
        state: freshnessOf(part.id, own.frontMatter, source, rule),
        made: madeOf(own.frontMatter, part),
      };
    });
  });
}

export type StatusCounts = { missing: number; stale: number; machine: number; reviewed: number };

/** `stale` includes parts whose rule changed or that nobody accepted; `reviewed` are fresh and seen by a person. */
export function countStatus(parts: readonly PartStatus[]): StatusCounts {
  const isStale = ({ state }: PartStatus) => state !== 'missing' && state !== 'fresh';
  return {
    missing: parts.filter(({ state }) => state === 'missing').length,
    stale: parts.filter(isStale).length,
    machine: parts.filter(({ made }) => made === 'machine').length,
    reviewed: parts.filter((part) => part.state === 'fresh' && part.made !== 'machine').length,
  };
}
