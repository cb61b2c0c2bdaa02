import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';

export type MailTexts = Awaited<ReturnType<typeof mailTexts>>;

export type AppTexts = Awaited<ReturnType<typeof appTexts>>;

/** Words for a message, in the recipient's language: mail is written outside any request. */
export async function mailTexts(locale: Locale) {
  return createTranslator({ locale, messages: await loadMessages(locale), namespace: 'mail' });
}

/** What pages say of an app, likewise. */
export async function appTexts(locale: Locale) {
  return createTranslator({ locale, messages: await loadMessages(locale), namespace: 'subscription' });
}
