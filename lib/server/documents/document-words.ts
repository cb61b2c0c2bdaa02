import { createTranslator } from 'next-intl';
import { lineMeaningOf } from '@/lib/domain/document-lines';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { fromDecimalString } from '@/lib/domain/money';
import { formatMoney } from '@/lib/i18n/formats';
import { type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import { lookupLocale } from '@/lib/i18n/negotiate';

/** What it takes to tell a document in the language it was made out in. */
export type DocumentWords = Awaited<ReturnType<typeof documentWords>>;

/** The shipped language nearest to the document's own, for its words and its figures alike: never two in one paper. */
export function documentLocale({ locale }: Pick<DocumentSnapshot, 'locale'>): Locale {
  return lookupLocale(locale) ?? SOURCE_LOCALE;
}

export async function documentWords(snapshot: DocumentSnapshot) {
  const locale = documentLocale(snapshot);
  const messages = await loadMessages(locale);
  const { currency } = snapshot;
  return {
    locale,
    invoice: createTranslator({ locale, messages, namespace: 'invoice' }),
    paper: createTranslator({ locale, messages, namespace: 'documents.paper' }),
    appAndPlan: createTranslator({ locale, messages, namespace: 'subscription' }),
    /** An amount given as decimal text. */
    money: (text: string) => formatMoney(locale, fromDecimalString(text, currency), currency),
  };
}

type Line = DocumentSnapshot['lines'][number];

/** What of an app a line is for: '4 additional licenses'. */
export function lineWords({ invoice }: DocumentWords, line: Line): string {
  const meaning = lineMeaningOf(line);
  return 'count' in meaning ? invoice(`line.${meaning.as}`, { count: meaning.count }) : invoice(`line.${meaning.as}`);
}

/** Which invoice a line credits; undefined where it credits none. */
export function creditWords({ invoice }: DocumentWords, { kind, credits }: Line): string | undefined {
  if (kind !== 'credit') return undefined;
  return credits
    ? invoice.markup('creditsInvoice', { number: credits.number, a: (text) => text })
    : invoice('creditsWaiting');
}

/** The days served of those of the whole period, where they differ. */
export function daysWords({ invoice }: DocumentWords, { days, ofDays }: Line): string | undefined {
  return days < ofDays ? invoice('days', { days, of: ofDays }) : undefined;
}

/** All that a line says beside its app and its money, one after another. */
export function lineDetails(words: DocumentWords, line: Line): string[] {
  const publisher = words.invoice('publisher', { name: line.publisher.name });
  return [lineWords(words, line), daysWords(words, line), publisher, creditWords(words, line)].filter(
    (text) => text !== undefined,
  );
}
