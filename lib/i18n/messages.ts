import type { Messages } from 'next-intl';
import type { Locale } from './locales';

/** Every word of the interface in a locale. The build checks that each has the source's keys and arguments. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return (await import(`../../messages/${locale}/ui.json`)).default;
}
