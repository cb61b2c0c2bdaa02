import { isStep, type SectionStructure, type StepStructure } from '@/lib/domain/guides/structure';
import type { FrontMatter, Made } from './front-matter';
import { hashRule, hashText } from './hash';
import type { ParsedGuide, ParsedPart } from './parse';

/** `lead` is the title, promise and summary: text like the steps, so it grows stale like them. */
export const LEAD = 'lead';

export function sourceOf(guide: ParsedGuide, partId: string): string | undefined {
  if (partId !== LEAD) return guide.parts.find((part) => part.id === partId)?.source;
  const front = guide.frontMatter;
  return front && [front.title, front.promise, front.summary].join('\n');
}

/** Hash of what a rule-bound step does, with the wording of its labels; undefined for anything else. */
export function ruleHashOf(
  part: SectionStructure | StepStructure,
  sourceLabels: ReadonlyMap<string, string>,
): string | undefined {
  if (!isStep(part) || !part.ruleBound) return undefined;
  const { task, permissions, fields, ruleRevision } = part;
  const labels = (part.labels ?? []).map((label) => [label, sourceLabels.get(label) ?? '']);
  return hashRule({ task, permissions, fields, ruleRevision, labels });
}

/** `unrecorded`: nobody has accepted it yet, which counts as stale. */
export type Freshness = 'fresh' | 'stale' | 'unrecorded' | 'rule-changed';

/** How a translated part stands to its source; `trivial` in the source lists hashes that say the same as today's text. */
export function freshnessOf(
  partId: string,
  front: FrontMatter,
  source: ParsedGuide,
  ruleHash: string | undefined,
): Freshness {
  const accepted = front.steps[partId];
  const text = sourceOf(source, partId);
  if (!accepted || text === undefined) return 'unrecorded';
  if (ruleHash !== accepted.rule) return 'rule-changed';
  const trivial = source.frontMatter?.trivial[partId] ?? [];
  return accepted.from === hashText(text) || trivial.includes(accepted.from) ? 'fresh' : 'stale';
}

export function madeOf(front: FrontMatter, part: Pick<ParsedPart, 'id'>): Made {
  return front.steps[part.id]?.by ?? front.provenance;
}
