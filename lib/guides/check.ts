import { dirname, relative } from 'node:path';
import { type GuideStructure, listParts } from '@/lib/domain/guides/structure';
import { checkLead, checkProse } from './check-prose';
import { checkReferences } from './check-references';
import { checkStructure } from './check-structure';
import { checkUi, readUi } from './check-ui';
import type { Fault } from './fault';
import { findText, guideFile, listGuideFiles } from './files';
import { type Glossary, glossaryFile, listForbiddenWords, readGlossary } from './glossary';
import { type ParsedGuide, parseGuide, walkLines } from './parse';
import { textAttribute } from './schema';

export type CheckOptions = {
  readonly root: string;
  readonly locales: readonly string[];
  readonly sourceLocale: string;
  readonly guides: readonly GuideStructure[];
  readonly valueNames: readonly string[];
};

/** Everything that keeps the texts from building, in every locale, by file and line. Empty when all is well. */
export function checkTexts(options: CheckOptions): readonly Fault[] {
  const { root, locales, sourceLocale } = options;
  const glossary = readGlossary(root);
  const faults = [
    ...checkGlossary(glossary, options),
    ...locales.flatMap((locale) => checkUi(root, locale, sourceLocale, listForbiddenWords(glossary, locale))),
  ];
  if (faults.some(({ code }) => code === 'ui-syntax')) return faults.map((fault) => nameFile(fault, root));
  const all = [...faults, ...locales.flatMap((locale) => checkGuides(locale, glossary, options))];
  return all
    .map((fault) => nameFile(fault, root))
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.code.localeCompare(b.code));
}

function nameFile(fault: Fault, root: string): Fault {
  return { ...fault, file: relative(dirname(root), fault.file) };
}

function checkGlossary(glossary: Glossary, { root, locales }: CheckOptions): readonly Fault[] {
  const lines = (findText(glossaryFile(root)) ?? '').split('\n');
  return Object.entries(glossary.terms).flatMap(([name, { words }]) =>
    locales
      .filter((locale) => !words[locale])
      .map(
        (locale): Fault => ({
          file: glossaryFile(root),
          line: lines.findIndex((line) => line.includes(`"${name}"`)) + 1,
          code: 'glossary',
          message: `${name} has no word in ${locale}`,
        }),
      ),
  );
}

function checkGuides(locale: string, glossary: Glossary, options: CheckOptions): readonly Fault[] {
  const { root, guides, sourceLocale, valueNames } = options;
  const read = (tag: string, id: string) => {
    const file = guideFile(root, tag, id);
    const text = findText(file);
    return text === undefined ? undefined : { text, parsed: parseGuide(file, text) };
  };
  const anchors = new Map(
    guides.map((guide) => [
      guide.id,
      listAnchors(guide, (read(locale, guide.id) ?? read(sourceLocale, guide.id))?.parsed),
    ]),
  );
  const { messages } = readUi(root, locale);
  const forbiddenWords = [...listForbiddenWords(glossary, locale), ...(glossary.voice[locale] ?? [])];
  const unknown = listGuideFiles(root, locale).filter((id) => !guides.some((guide) => guide.id === id));
  return [
    ...unknown.map(
      (id): Fault => ({
        file: guideFile(root, locale, id),
        line: 1,
        code: 'guide-unknown',
        message: `no guide is called ${id}`,
      }),
    ),
    ...guides.flatMap((guide): readonly Fault[] => {
      const file = guideFile(root, locale, guide.id);
      const found = read(locale, guide.id);
      if (!found) {
        const message = `${guide.id} has no text in the source language`;
        return locale === sourceLocale ? [{ file, line: 1, code: 'source-missing', message }] : [];
      }
      const rules = { locale, guideId: guide.id, messages, glossary, valueNames, anchors, forbiddenWords };
      return [
        ...found.parsed.faults,
        ...checkStructure(found.parsed, guide),
        ...checkLead(found.parsed, found.text, rules),
        ...found.parsed.parts.flatMap((part) => {
          const structure = listParts(guide).find(({ id }) => id === part.id) ?? { id: part.id };
          return [...checkReferences(file, part, structure, rules), ...checkProse(file, part, structure, rules)];
        }),
      ];
    }),
  ];
}

function listAnchors(guide: GuideStructure, parsed: ParsedGuide | undefined): ReadonlySet<string> {
  const headings = (parsed?.parts ?? []).flatMap((part) =>
    [...walkLines(part.node)].flatMap(({ node }) => (node.type === 'heading' ? [textAttribute(node, 'id')] : [])),
  );
  return new Set([...listParts(guide).map(({ id }) => id), ...headings].filter((id) => id !== ''));
}
