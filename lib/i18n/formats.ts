import type { Day } from '@/lib/domain/days';
import { type Currency, exponentOf, toDecimalString } from '@/lib/domain/money';

const monies = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const languages = new Map<string, string>();
const lists = new Map<string, Intl.ListFormat>();
const countries = new Map<string, Intl.DisplayNames>();

/** An amount exactly as it is, with all the currency's decimals: 15480n SEK → "154,80 kr" in Swedish. */
export function formatMoney(locale: string, amountMinor: bigint, currency: Currency): string {
  const format = moneyFormat(locale, currency);
  // Intl takes a decimal string exactly; a float would not be.
  return format.format(toDecimalString(amountMinor, currency) as `${number}`);
}

/** A calendar day in words: "1 december 2026". */
export function formatDay(locale: string, day: Day): string {
  return dateFormat(locale, 'UTC', { dateStyle: 'long' }).format(Date.parse(`${day}T00:00:00Z`));
}

/** A calendar day in words without its year, for what lies within the running period: "1 december". */
export function formatNearDay(locale: string, day: Day): string {
  return dateFormat(locale, 'UTC', { day: 'numeric', month: 'long' }).format(Date.parse(`${day}T00:00:00Z`));
}

/** Two days as one span: "22–30 november". */
export function formatDays(locale: string, from: Day, through: Day): string {
  const format = dateFormat(locale, 'UTC', { day: 'numeric', month: 'long' });
  return format.formatRange(Date.parse(`${from}T00:00:00Z`), Date.parse(`${through}T00:00:00Z`));
}

/** A country's name, from its ISO 3166-1 code. */
export function formatCountry(locale: string, country: string): string {
  const names = countries.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' });
  countries.set(locale, names);
  return names.of(country) ?? country;
}

/** An instant in epoch milliseconds, with its time of day in the given time zone. */
export function formatInstant(locale: string, at: number, timeZone: string): string {
  return dateFormat(locale, timeZone, { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

/** A language's own name for itself: "svenska" → "Svenska". */
export function formatLanguage(tag: string): string {
  const known = languages.get(tag) ?? languageName(tag);
  languages.set(tag, known);
  return known;
}

/** "a, b and c". */
export function formatList(locale: string, items: readonly string[]): string {
  return listFormat(locale, 'conjunction').format(items);
}

/** "a, b or c". */
export function formatAlternatives(locale: string, items: readonly string[]): string {
  return listFormat(locale, 'disjunction').format(items);
}

function listFormat(locale: string, type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  const key = `${locale} ${type}`;
  const format = lists.get(key) ?? new Intl.ListFormat(locale, { type });
  lists.set(key, format);
  return format;
}

function languageName(tag: string): string {
  const language = new Intl.Locale(tag).language;
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(language) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

function moneyFormat(locale: string, currency: Currency): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = monies.get(key);
  if (known) return known;
  const digits = exponentOf(currency);
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    style: 'currency',
    currency,
  });
  monies.set(key, made);
  return made;
}

function dateFormat(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const made = dates.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  dates.set(key, made);
  return made;
}
