import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';

export type MailTexts = Awaited<ReturnType<typeof mailTexts>>;

/** Words for a message, in the recipient's language: mail is written outside any request. */
export async function mailTexts(locale: Locale) {
  return createTranslator({ locale, messages: await loadMessages(locale), namespace: 'mail' });
}
