/** Every locale readers meet, in the order of the language menu. A new one is one line here and one folder in messages/. */
export const LOCALES = ['en-US', 'sv-SE'] as const;

export type Locale = (typeof LOCALES)[number];

/** The language the others are translated from. */
export const SOURCE_LOCALE: Locale = 'en-US';

const FALLBACK: Record<Locale, readonly Locale[]> = {
  'en-US': [],
  'sv-SE': ['en-US'],
};

/** Where a missing or unusable part is taken from, nearest first; empty for the source. */
export function fallbackChain(locale: Locale): readonly Locale[] {
  return FALLBACK[locale];
}

export function isLocale(tag: string): tag is Locale {
  return LOCALES.some((locale) => locale === tag);
}
