import type { GuideId } from '@/lib/domain/guides/registry';
import { type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { canonicalLocale } from '@/lib/i18n/negotiate';
import { searchGuides } from './search';
import { listQueryWords } from './stem';

const MOST_SUGGESTIONS = 3;
const MOST_WORDS = 8;

/**
 * Guides that somebody may have meant by an address that is not there, best first: by its last part, else by all of
 * it, else by its words one by one; in the reader's language, else in the source, in which guides have their ids.
 * `path` is percent-encoded; what cannot be decoded is left out.
 */
export function suggestGuides(locale: Locale, path: string): readonly GuideId[] {
  const parts = listParts(path);
  for (const language of new Set([locale, SOURCE_LOCALE])) {
    const found = suggestIn(language, parts);
    if (found.length > 0) return found.slice(0, MOST_SUGGESTIONS);
  }
  return [];
}

function suggestIn(locale: Locale, parts: readonly string[]): readonly GuideId[] {
  for (const query of [parts.at(-1) ?? '', parts.join(' ')]) {
    const hits = searchGuides(locale, query);
    if (hits.length > 0) return hits.map(({ guideId }) => guideId);
  }
  const worth = new Map<GuideId, number>();
  for (const word of listQueryWords(locale, parts.join(' ')).slice(0, MOST_WORDS)) {
    for (const { guideId, score } of searchGuides(locale, word)) worth.set(guideId, (worth.get(guideId) ?? 0) + score);
  }
  return [...worth].sort(([, a], [, b]) => b - a).map(([guideId]) => guideId);
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
