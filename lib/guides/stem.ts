import factory from 'snowball-stemmers';

const ALGORITHMS: Readonly<Record<string, string>> = { en: 'english', sv: 'swedish' };

/** Words that say nothing about what is looked for. */
const EMPTY_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'a',
    'an',
    'and',
    'do',
    'for',
    'how',
    'i',
    'in',
    'is',
    'my',
    'of',
    'on',
    'or',
    'the',
    'to',
    'we',
    'what',
    'you',
    'your',
  ],
  sv: 'att av de den det du en ett för hur i jag kan man med min mina mitt och om på som till vad vi är'.split(' '),
};

/** The forms under which one word is found. `folded` are those without diacritics, for readers who type none. */
export type WordForms = {
  readonly word: string;
  readonly stem: string;
  readonly folded: ReadonlySet<string>;
};

/** Without diacritics: ändra → andra. Only for finding; å, ä and ö are letters of their own. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** A function that makes a word's forms in a language; a language without a stemmer keeps its words whole. */
export function createStemmer(locale: string): (word: string) => WordForms {
  const algorithm = ALGORITHMS[new Intl.Locale(locale).language];
  const stemmer = algorithm === undefined ? undefined : factory.newStemmer(algorithm);
  const stem = (word: string) => stemmer?.stem(word) ?? word;
  const known = new Map<string, WordForms>();
  return (word) => {
    const found = known.get(word);
    if (found) return found;
    const folded = new Set([fold(word), fold(stem(word)), stem(fold(word))]);
    const forms = { word, stem: stem(word), folded };
    known.set(word, forms);
    return forms;
  };
}

/** The words of a text in small letters; hyphens and apostrophes part words. */
export function listWords(locale: string, text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase(locale)
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words of a query that carry meaning; all of them where none does. */
export function listQueryWords(locale: string, query: string): readonly string[] {
  const words = listWords(locale, query);
  const empty = EMPTY_WORDS[new Intl.Locale(locale).language] ?? [];
  const telling = words.filter((word) => !empty.includes(word));
  return telling.length > 0 ? telling : words;
}

const SHORTEST_PART = 4;

/**
 * How well a word of a text answers a word of a query, 0 to 1. What is typed with diacritics means them; what is
 * typed without finds both. A part of a compound counts from four letters on.
 */
export function scoreWord(query: WordForms, word: WordForms): number {
  if (query.word === word.word) return 1;
  if (query.stem === word.stem) return 0.9;
  const isPlain = fold(query.word) === query.word;
  if (isPlain && [...query.folded].some((form) => word.folded.has(form))) return 0.7;
  const part = query.stem.length >= SHORTEST_PART ? query.stem : query.word;
  if (part.length < SHORTEST_PART) return 0;
  return word.word.includes(part) || (isPlain && fold(word.word).includes(part)) ? 0.5 : 0;
}
