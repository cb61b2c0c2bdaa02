import type { Day } from '@/lib/domain/days';
import { keepNewest } from '@/lib/domain/keep-newest';
import { type Currency, exponentOf, toDecimalString } from '@/lib/domain/money';

/** ICU takes long to write a date or an amount, and a page says the same ones several times. */
const written = new Map<string, string>();
const MOST_WRITTEN = 2000;

const monies = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const lists = new Map<string, Intl.ListFormat>();
const rates = new Map<string, Intl.NumberFormat>();

/** An amount exactly as it is, with all the currency's decimals: 15480n SEK → "154,80 kr" in Swedish. */
export function formatMoney(locale: string, amountMinor: bigint, currency: Currency): string {
  return once(`${locale} ${currency} ${amountMinor}`, () => {
    const format = moneyFormat(locale, currency);
    // Intl takes a decimal string exactly; a float would not be.
    return format.format(toDecimalString(amountMinor, currency) as `${number}`);
  });
}

/** An amount as one types it: without currency and groups, 15480n SEK → "154,80" in Swedish. */
export function formatTypedAmount(locale: string, amountMinor: bigint, currency: Currency): string {
  const decimals = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal');
  return toDecimalString(amountMinor, currency).replace('.', decimals?.value ?? '.');
}

/** A calendar day in words: "1 december 2026". */
export function formatDay(locale: string, day: Day): string {
  return unbroken(locale, 'UTC', 'long', Date.parse(`${day}T00:00:00Z`));
}

/** A calendar day in words without its year, for what lies within the running period: "1 december". */
export function formatNearDay(locale: string, day: Day): string {
  return unbroken(locale, 'UTC', 'near', Date.parse(`${day}T00:00:00Z`));
}

/** A day with its weekday, for a last day that one must not miss: "Monday, December 14, 2026". */
export function formatWeekday(locale: string, day: Day): string {
  return unbroken(locale, 'UTC', 'full', Date.parse(`${day}T00:00:00Z`));
}

/** Two days as one span: "22–30 november". */
export function formatDays(locale: string, from: Day, through: Day): string {
  const format = dateFormat(locale, 'UTC', 'near');
  return bound(format.formatRange(Date.parse(`${from}T00:00:00Z`), Date.parse(`${through}T00:00:00Z`)));
}

/** Two days as one span with its years: "22–30 november 2026". */
export function formatSpan(locale: string, from: Day, through: Day): string {
  const format = dateFormat(locale, 'UTC', 'long');
  return bound(format.formatRange(Date.parse(`${from}T00:00:00Z`), Date.parse(`${through}T00:00:00Z`)));
}

/** The same for narrow columns: "22–30 nov. 2026". */
export function formatBriefSpan(locale: string, from: Day, through: Day): string {
  const format = dateFormat(locale, 'UTC', 'medium');
  return format.formatRange(Date.parse(`${from}T00:00:00Z`), Date.parse(`${through}T00:00:00Z`));
}

/** A month 'YYYY-MM' in words: "september 2028". */
export function formatMonth(locale: string, month: string): string {
  return unbroken(locale, 'UTC', 'month', Date.parse(`${month}-01T00:00:00Z`));
}

/** A rate in basis points, exactly: 2550 → "25,5 %" in Swedish. */
export function formatRate(locale: string, basisPoints: number): string {
  const format = rates.get(locale) ?? new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  rates.set(locale, format);
  return format.format(`${basisPoints}e-4` as `${number}`);
}

/** An instant in epoch milliseconds, with its time of day in the given time zone. */
export function formatInstant(locale: string, at: number, timeZone: string): string {
  return unbroken(locale, timeZone, 'instant', at);
}

const STYLES = {
  long: { dateStyle: 'long' },
  medium: { dateStyle: 'medium' },
  full: { dateStyle: 'full' },
  near: { day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  instant: { dateStyle: 'long', timeStyle: 'short' },
  zone: { timeZoneName: 'longGeneric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type DateStyle = keyof typeof STYLES;

/** A line may end after a weekday and before a time of day, and nowhere else within a date. */
function unbroken(locale: string, timeZone: string, style: DateStyle, at: number): string {
  return once(`${locale} ${timeZone} ${style} ${at}`, () => {
    const parts = dateFormat(locale, timeZone, style).formatToParts(at);
    return parts
      .map(({ type, value }, index) => {
        if (type !== 'literal' || parts[index - 1]?.type === 'weekday') return value;
        return parts[index + 1]?.type === 'hour' ? value.replace(/(?!^) /g, '\u00a0') : bound(value);
      })
      .join('');
  });
}

function once(key: string, write: () => string): string {
  return written.get(key) ?? keepNewest(written, MOST_WRITTEN, key, write());
}

/** The thin spaces around a span's dash stay as they are. */
function bound(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

// Asked in July: in winter ICU says "standard time" even where both are meant.
const IN_SUMMER = Date.UTC(2026, 6, 1);

/** A time zone in words, all year round: 'Europe/Stockholm' → "centraleuropeisk tid". */
export function formatTimeZone(locale: string, timeZone: string): string {
  const parts = dateFormat(locale, timeZone, 'zone').formatToParts(IN_SUMMER);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
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

function dateFormat(locale: string, timeZone: string, style: DateStyle): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${style}`;
  const made = dates.get(key) ?? new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone });
  dates.set(key, made);
  return made;
}
