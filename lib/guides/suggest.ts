import { GUIDES, type GuideId } from '@/lib/domain/guides/registry';
import { type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { canonicalLocale } from '@/lib/i18n/negotiate';
import { type GuideHit, searchGuides } from './search';
import { createStemmer, listQueryWords } from './stem';

const MOST_SUGGESTIONS = 3;
const MOST_WORDS = 8;
/** What a word is worth that stands in a guide's title, synonyms or promise, and not only somewhere in its text. */
const LEAST_SCORE = 8;
/** What answers less than this share of the best one is a guess too far. */
const LEAST_SHARE = 0.4;

/**
 * Guides that somebody may have meant by an address that is not there, best first: by its last part, else by all of
 * it, else by its words one by one; else by words of a guide's id, which is the same in every language. `path` is
 * percent-encoded; what cannot be decoded is left out.
 */
export function suggestGuides(locale: Locale, path: string): readonly GuideId[] {
  const parts = listParts(path);
  const told = weigh(locale, parts);
  const worth = told.size > 0 ? told : weighIds(parts);
  const least = Math.max(0, ...worth.values()) * LEAST_SHARE;
  return [...worth]
    .filter(([, score]) => score >= least)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_SUGGESTIONS)
    .map(([guideId]) => guideId);
}

/** How many words of the address each guide's id has. */
function weighIds(parts: readonly string[]): ReadonlyMap<GuideId, number> {
  const stem = createStemmer(SOURCE_LOCALE);
  const stemsOf = (words: string) => listQueryWords(SOURCE_LOCALE, words).map((word) => stem(word).stem);
  const asked = new Set(stemsOf(parts.join(' ')));
  const counts = GUIDES.map(({ id }) => [id, stemsOf(id).filter((each) => asked.has(each)).length] as const);
  return new Map(counts.filter(([, count]) => count > 0));
}

function weigh(locale: Locale, parts: readonly string[]): ReadonlyMap<GuideId, number> {
  for (const query of [parts.at(-1) ?? '', parts.join(' ')]) {
    const hits = listTellingHits(locale, query);
    if (hits.length > 0) return new Map(hits.map(({ guideId, score }) => [guideId, score]));
  }
  const worth = new Map<GuideId, number>();
  for (const word of listQueryWords(locale, parts.join(' ')).slice(0, MOST_WORDS)) {
    for (const { guideId, score } of listTellingHits(locale, word))
      worth.set(guideId, (worth.get(guideId) ?? 0) + score);
  }
  return worth;
}

function listTellingHits(locale: Locale, query: string): readonly GuideHit[] {
  const words = listQueryWords(locale, query);
  return searchGuides(locale, query).filter(({ score }) => score > LEAST_SCORE * words.length);
}

/** What an address says in words, part by part, without its locale and the word that all of the help begins with. */
function listParts(path: string): readonly string[] {
  const [first = '', ...others] = path.split('/').slice(1);
  const parts = canonicalLocale(first) === undefined ? [first, ...others] : others;
  return parts.map(wordsOf).filter((words) => words !== '' && words !== 'help');
}

function wordsOf(part: string): string {
  const words = decode(part).match(/\p{L}[\p{L}\p{M}]+/gu) ?? [];
  return words.slice(0, MOST_WORDS).join(' ');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
