import { locale as rootLocale } from 'next/root-params';
import { getRequestConfig } from 'next-intl/server';
import { isLocale, SOURCE_LOCALE } from './locales';
import { loadMessages } from './messages';

export default getRequestConfig(async ({ locale: asked }) => {
  const tag = asked ?? (await rootLocale());
  const locale = tag !== undefined && isLocale(tag) ? tag : SOURCE_LOCALE;
  return { locale, timeZone: 'UTC', messages: await loadMessages(locale) };
});
