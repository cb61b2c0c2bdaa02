import type { Currency } from '@/lib/domain/money';

const languages = new Map<string, string>();
const names = new Map<string, Intl.DisplayNames>();

/** A language's own name for itself: "svenska" → "Svenska". */
export function formatLanguage(tag: string): string {
  const known = languages.get(tag) ?? languageName(tag);
  languages.set(tag, known);
  return known;
}

/** A language's name in another, as it stands within a sentence: "en-US" → "engelska" in Swedish. */
export function formatLanguageIn(locale: string, tag: string): string {
  const { language } = new Intl.Locale(tag);
  return namesOf(locale, 'language').of(language) ?? language;
}

/** A country's name by its ISO 3166 code: "SE" → "Sverige". Throws for what is no code. */
export function formatCountry(locale: string, country: string): string {
  return namesOf(locale, 'region').of(country) ?? country;
}

/** A currency's name with its code: "svensk krona (SEK)". */
export function formatCurrency(locale: string, currency: Currency): string {
  return `${namesOf(locale, 'currency').of(currency) ?? currency} (${currency})`;
}

/** Codes of countries in the order of their names. */
export function sortCountries(locale: string, countries: readonly string[]): string[] {
  const { compare } = new Intl.Collator(locale);
  return [...countries].sort((a, b) => compare(formatCountry(locale, a), formatCountry(locale, b)));
}

function namesOf(locale: string, type: 'region' | 'currency' | 'language'): Intl.DisplayNames {
  const key = `${locale} ${type}`;
  const made = names.get(key) ?? new Intl.DisplayNames(locale, { type });
  names.set(key, made);
  return made;
}

function languageName(tag: string): string {
  const language = new Intl.Locale(tag).language;
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(language) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
