import { createTranslator } from 'next-intl';
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
