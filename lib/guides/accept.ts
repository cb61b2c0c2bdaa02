import { writeFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { type GuideStructure, listParts } from '@/lib/domain/guides/structure';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';
import { findText, guideFile } from './files';
import { type Made, splitFrontMatter } from './front-matter';
import { hashText } from './hash';
import { parseGuide } from './parse';
import { LEAD, ruleHashOf, sourceOf } from './staleness';
import { flattenUi, readUiTree } from './ui-messages';

export type AcceptRefusal = 'guide_unknown' | 'part_unknown' | 'text_missing';
export type AcceptOptions = {
  readonly root: string;
  readonly sourceLocale: string;
  readonly guides: readonly GuideStructure[];
  readonly by: Made;
  /** The day of the acceptance, YYYY-MM-DD. */
  readonly on: string;
};

/** Records that a locale's part says what the source says today; answers with the hash recorded. */
export function acceptPart(
  locale: string,
  guideId: string,
  partId: string,
  options: AcceptOptions,
): Outcome<string, AcceptRefusal> {
  const { root, sourceLocale, by, on } = options;
  const guide = options.guides.find(({ id }) => id === guideId);
  if (!guide) return refuse('guide_unknown');
  const part = [{ id: LEAD }, ...listParts(guide)].find(({ id }) => id === partId);
  if (!part) return refuse('part_unknown');
  const source = parseGuide('', findText(guideFile(root, sourceLocale, guideId)) ?? '');
  const text = sourceOf(source, partId);
  if (text === undefined || findText(guideFile(root, locale, guideId)) === undefined) return refuse('text_missing');
  const from = hashText(text);
  const rule = ruleHashOf(part, flattenUi(readUiTree(root, sourceLocale)));
  setInFrontMatter(guideFile(root, locale, guideId), ['steps', partId], { from, ...(rule ? { rule } : {}), by, on });
  return accept(from);
}

/** Marks an edit of the source as trivial: what was made from `hash` still says the same. */
export function markTrivial(
  guideId: string,
  partId: string,
  hash: string,
  { root, sourceLocale }: Pick<AcceptOptions, 'root' | 'sourceLocale'>,
): Outcome<string, AcceptRefusal> {
  const file = guideFile(root, sourceLocale, guideId);
  const text = findText(file);
  if (text === undefined) return refuse('guide_unknown');
  const parsed = parseGuide(file, text);
  if (sourceOf(parsed, partId) === undefined) return refuse('part_unknown');
  setInFrontMatter(file, ['trivial', partId], [...(parsed.frontMatter?.trivial[partId] ?? []), hash]);
  return accept(hash);
}

/** Writes one value and leaves the rest of the file, comments included, as it was. */
function setInFrontMatter(file: string, path: readonly string[], value: unknown): void {
  const split = splitFrontMatter(findText(file) ?? '');
  if (!split) throw new Error(`${file} has no front matter`);
  const document = parseDocument(split.yaml, { schema: 'core', version: '1.2' });
  const node = document.createNode(value, { flow: true });
  document.setIn([...path], node);
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  writeFileSync(file, `---\n${yaml}---\n${split.body}`);
}
