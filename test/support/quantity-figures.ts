import type { Day } from '@/lib/domain/days';
import type { Locale } from '@/lib/i18n/locales';

/** The facts that a price is reckoned from: öre or cents, percent, and the running period with its first day after. */
export type PriceFacts = {
  readonly unit: number;
  readonly vatPercent: number;
  readonly currency: 'SEK' | 'EUR';
  readonly timeZone: string;
  readonly period: { readonly start: Day; readonly end: Day };
};

const DAY_MS = 86_400_000;
const days = (from: Day, until: Day) => (Date.parse(until) - Date.parse(from)) / DAY_MS;
const rounded = (amount: number, by: number) => Math.floor((2 * amount + by) / (2 * by));

export function todayIn(timeZone: string): Day {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(Date.now());
}

/** What more licenses cost for the rest of the period, reckoned without any code of the site. */
export function chargeOf({ unit, vatPercent, timeZone, period }: PriceFacts, from: number, to: number) {
  const left = days(todayIn(timeZone), period.end);
  const whole = days(period.start, period.end);
  const priceOf = (quantity: number) => rounded(unit * quantity * left, whole);
  const net = priceOf(to) - priceOf(from);
  const vat = rounded(net * vatPercent, 100);
  return { net, vat, total: net + vat, left, whole };
}

/** What a whole period costs with VAT. */
export function renewalOf({ unit, vatPercent }: PriceFacts, quantity: number): number {
  return unit * quantity + rounded(unit * quantity * vatPercent, 100);
}

export function money(locale: Locale, { currency }: PriceFacts, minor: number): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / 100);
}

/** "1 december 2026". */
export function longDay(locale: Locale, day: Day): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));
}

/** From today through the last day of the period, without years: "22–30 november". */
export function restOfPeriod(locale: Locale, { timeZone, period }: PriceFacts): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.formatRange(Date.parse(todayIn(timeZone)), Date.parse(period.end) - DAY_MS);
}
