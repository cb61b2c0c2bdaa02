import { createTranslator, type Messages } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import enUS from '@/messages/en-US/ui.json' with { type: 'json' };
import svSE from '@/messages/sv-SE/ui.json' with { type: 'json' };

// Each shipped locale has the source's keys and arguments, which the build checks; the values' types differ.
const messages: Record<Locale, unknown> = { 'en-US': enUS, 'sv-SE': svSE };

/** The interface's words in a locale, as pages say them: `words('sv-SE')('signIn.title')`. */
export function words(locale: Locale) {
  return createTranslator({ locale, messages: messages[locale] as Messages, timeZone: 'UTC' });
}
