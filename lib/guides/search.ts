import type { GuideId } from '@/lib/domain/guides/registry';
import type { Locale } from '@/lib/i18n/locales';
import { messagesRoot } from './files';
import { type Field, type IndexedGuide, type IndexedPart, indexOf } from './search-index';
import { createStemmer, listQueryWords, scoreWord, type WordForms } from './stem';

/** One guide that answers a query. `anchor` is the section or step that answers, where one does on its own. */
export type GuideHit = {
  readonly guideId: GuideId;
  readonly title: string;
  readonly anchor?: string;
  readonly partTitle?: string;
  readonly snippet: string;
  readonly score: number;
};

/** Things that can be done come before pages that are only read. */
const TASK_BONUS = 1.5;

const SNIPPET_LENGTH = 180;

/**
 * The guides of a locale that hold every telling word of the query, best first. Guides that would be shown in another
 * language are not found. An empty query finds nothing.
 */
export function searchGuides(locale: Locale, query: string, root: string = messagesRoot()): readonly GuideHit[] {
  const words = listQueryWords(locale, query).map(createStemmer(locale));
  if (words.length === 0) return [];
  return indexOf(locale, root)
    .flatMap((entry) => findHit(entry, words) ?? [])
    .sort((a, b) => b.score - a.score);
}

/** What a field is worth for each word of the query, in the query's order. */
function scoreField(field: Field, words: readonly WordForms[]): readonly number[] {
  return words.map((query) => field.weight * Math.max(0, ...field.words.map((word) => scoreWord(query, word))));
}

function bestOf(scores: readonly (readonly number[])[], words: readonly WordForms[]): readonly number[] {
  return words.map((_, at) => Math.max(0, ...scores.map((score) => score[at] ?? 0)));
}

const sum = (scores: readonly number[]) => scores.reduce((total, score) => total + score, 0);

type ScoredPart = { part: IndexedPart; scores: readonly number[]; sentence: Field | undefined; worth: number };

/** A part is worth more where one sentence of it holds all the words. */
function scorePart(part: IndexedPart, words: readonly WordForms[]): ScoredPart {
  const sentences = part.sentences.map((sentence) => ({ sentence, scores: scoreField(sentence, words) }));
  const [best] = [...sentences].sort((a, b) => sum(b.scores) - sum(a.scores));
  const scores = bestOf([scoreField(part.title, words), ...sentences.map((each) => each.scores)], words);
  return { part, scores, sentence: best?.sentence, worth: sum(scores) + sum(best?.scores ?? []) };
}

function findHit({ guide, lead, parts }: IndexedGuide, words: readonly WordForms[]): GuideHit | undefined {
  const scored = parts.map((part) => scorePart(part, words));
  const leadScores = lead.map((field) => scoreField(field, words));
  const best = bestOf([...leadScores, ...scored.map(({ scores }) => scores)], words);
  if (best.some((score) => score === 0)) return undefined;
  const [top] = scored.filter(({ scores }) => scores.every((score) => score > 0)).sort((a, b) => b.worth - a.worth);
  const whole = Math.max(0, ...leadScores.map(sum));
  const score = (sum(best) + Math.max(whole, top?.worth ?? 0)) * (guide.kind === 'task' ? TASK_BONUS : 1);
  const hit = { guideId: guide.id, title: guide.title, score };
  if (!top?.sentence) return { ...hit, snippet: guide.promise };
  return { ...hit, anchor: top.part.id, partTitle: top.part.title.text, snippet: cut(top.sentence.text) };
}

function cut(sentence: string): string {
  if (sentence.length <= SNIPPET_LENGTH) return sentence;
  return `${sentence.slice(0, sentence.lastIndexOf(' ', SNIPPET_LENGTH))} …`;
}
