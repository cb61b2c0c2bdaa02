import { isLocale, LOCALES, type Locale, SOURCE_LOCALE } from './locales';

/** What a request says about the reader's language, strongest first. */
export type LanguageSigns = {
  readonly personLocale?: string | undefined;
  readonly chosen?: string | undefined;
  readonly acceptLanguage?: string | undefined;
};

/**
 * The shipped locale a tag in any spelling stands for (`sv`, `SV-se`, `sv_SE` → `sv-SE`), or undefined.
 * A region that is not shipped is not guessed: `sv-FI` names no locale here.
 */
export function canonicalLocale(tag: string): Locale | undefined {
  const wanted = tag.replaceAll('_', '-').toLowerCase();
  return (
    LOCALES.find((locale) => locale.toLowerCase() === wanted) ??
    LOCALES.find((locale) => locale.toLowerCase().split('-')[0] === wanted)
  );
}

/** RFC 4647 lookup of an Accept-Language header among the shipped locales: each range is shortened until one fits. */
export function lookupLocale(acceptLanguage: string): Locale | undefined {
  for (const range of listRanges(acceptLanguage)) {
    const parts = range.split('-');
    for (let length = parts.length; length > 0; length -= 1) {
      const locale = canonicalLocale(parts.slice(0, length).join('-'));
      if (locale) return locale;
    }
  }
  return undefined;
}

/** The person's setting, then an explicit choice, then Accept-Language, then the source language. */
export function negotiateLocale({ personLocale, chosen, acceptLanguage }: LanguageSigns): Locale {
  for (const tag of [personLocale, chosen]) {
    if (tag !== undefined && isLocale(tag)) return tag;
  }
  return (acceptLanguage && lookupLocale(acceptLanguage)) || SOURCE_LOCALE;
}

const RANGE = /^([a-z]{1,8}(?:-[a-z0-9]{1,8})*)(?:\s*;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;

/** Ranges of the header in the reader's order; `*`, `q=0` and what cannot be read are left out. */
function listRanges(acceptLanguage: string): string[] {
  return acceptLanguage
    .slice(0, 500)
    .split(',')
    .map((part) => RANGE.exec(part.trim()))
    .flatMap((match) => (match?.[1] ? [{ range: match[1], quality: Number(match[2] ?? 1) }] : []))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ range }) => range);
}
