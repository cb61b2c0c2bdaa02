import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const wording = z.strictObject({
  word: z.string().min(1),
  forms: z.record(z.string(), z.string().min(1)).default({}),
  forbidden: z.array(z.string().min(1)).default([]),
});

const glossarySchema = z.strictObject({
  terms: z.record(z.string(), z.strictObject({ note: z.string().optional(), words: z.record(z.string(), wording) })),
  voice: z.record(z.string(), z.array(z.string().min(1))),
});

/** Approved words by term and locale, their inflected forms by name, and words that must not be used. */
export type Glossary = z.infer<typeof glossarySchema>;

export function glossaryFile(root: string): string {
  return join(root, 'glossary.json');
}

export function readGlossary(root: string): Glossary {
  return glossarySchema.parse(JSON.parse(readFileSync(glossaryFile(root), 'utf8')));
}

/** The approved word for a term, or one of its named forms (`plural`, `definite`, `definitePlural`). */
export function findTerm(glossary: Glossary, locale: string, name: string, form?: string): string | undefined {
  const entry = glossary.terms[name]?.words[locale];
  return form === undefined ? entry?.word : entry?.forms[form];
}

/** Words forbidden for a term (in labels and guides alike). */
export function listForbiddenWords(glossary: Glossary, locale: string): readonly string[] {
  return Object.values(glossary.terms).flatMap((term) => term.words[locale]?.forbidden ?? []);
}

/**
 * The first forbidden word in a text, whole words in any case. A word with * at its end stands for every
 * word that begins so (`platsbaser*`).
 */
export function findForbiddenWord(text: string, words: readonly string[]): string | undefined {
  return words.find((word) => {
    const open = word.endsWith('*');
    const stem = (open ? word.slice(0, -1) : word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}])${stem}${open ? '' : '(?![\\p{L}\\p{N}])'}`, 'iu').test(text);
  });
}
