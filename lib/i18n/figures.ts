import { type Figure, type FigureName, type FigureValue, type FigureValues, isSum } from '@/lib/domain/figures';
import { formatDay, formatDays, formatList, formatMoney, formatMonth, formatTimeZone } from './formats';
import { formatMessage } from './icu';
import type { Locale } from './locales';

/** The words of a figure in one language: its name, what it says, and how that came about. */
type FigureWords = { readonly name: string; readonly text: string; readonly detail?: string };

/** A figure written out in one language; `isSum` marks the one to look at. */
export type PrintedFigure = {
  readonly key: FigureName;
  readonly name: string;
  readonly text: string;
  readonly detail: string | undefined;
  readonly isSum: boolean;
};

/** Figures in words. Throws where a message asks for a value that the figure does not have. */
export function printFigures(
  locale: Locale,
  words: Readonly<Record<FigureName, FigureWords>>,
  figures: readonly Figure[],
): PrintedFigure[] {
  return figures.map(({ name: key, values }) => {
    const { name, text, detail } = words[key];
    const say = (message: string) => printMessage(locale, message, values);
    return { key, name: say(name), text: say(text), detail: detail && say(detail), isSum: isSum(key) };
  });
}

/** One message of ui.json with values that are written out in its language. */
export function printMessage(locale: Locale, text: string, values: FigureValues): string {
  const printed = Object.entries(values).map(([name, value]) => [name, printValue(locale, value)]);
  return formatMessage(locale, text, Object.fromEntries(printed));
}

function printValue(locale: string, value: FigureValue): string | number {
  if ('text' in value) return value.text;
  if ('texts' in value) return formatList(locale, value.texts);
  if ('code' in value) return value.code;
  if ('count' in value) return value.count;
  if ('timeZone' in value) return formatTimeZone(locale, value.timeZone);
  if ('day' in value) return formatDay(locale, value.day);
  if ('month' in value) return formatMonth(locale, value.month);
  if ('from' in value) return formatDays(locale, value.from, value.through);
  return formatMoney(locale, value.amountMinor, value.currency);
}
