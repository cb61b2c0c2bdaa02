import { accept, type Outcome, refuse } from './outcome';

export const QUANTITY_INPUT_REFUSALS = [
  'quantity_missing',
  'quantity_not_whole',
  'quantity_not_number',
  'quantity_too_small',
  'quantity_too_large',
] as const;
export type QuantityInputRefusal = (typeof QUANTITY_INPUT_REFUSALS)[number];

const LARGEST = 2 ** 31 - 1;
const SPACES = [' ', '\u00a0', '\u2009', '\u202f'];
const APOSTROPHES = ["'", '\u2019'];
const SIGN = /^[-\u2212\u2013]\s*/;
/** Bidirectional marks that Intl itself puts into Arabic and Hebrew numbers. */
const BIDI_MARKS = /[\u061c\u200e\u200f]/g;

const notations = new Map<string, Notation>();

type Notation = { digits: Map<string, string>; groups: readonly string[]; decimal: string; sizes: [number, number] };

/** How a locale writes whole numbers: its digits, separators and group sizes (last, others), as Intl knows them. */
function notationOf(locale: string): Notation {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(12345678901.5);
  const partOf = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const lengths = parts.filter((part) => part.type === 'integer').map((part) => part.value.length);
  const group = partOf('group');
  const bare = new Intl.NumberFormat(locale, { useGrouping: false });
  return {
    digits: new Map(Array.from({ length: 10 }, (_, digit) => [bare.format(digit), String(digit)])),
    groups: [SPACES, APOSTROPHES].find((alike) => alike.includes(group)) ?? [group],
    decimal: partOf('decimal'),
    sizes: [lengths.at(-1) ?? 3, lengths.at(-2) ?? 3],
  };
}

/** Digits without their group separators; undefined when something else is there or a separator stands wrong. */
function readDigits(text: string, { groups, sizes }: Notation): string | undefined {
  const separator = groups.find((group) => text.includes(group));
  const pieces = separator === undefined ? [text] : text.split(separator);
  const [last, others] = sizes;
  const isPlaced = pieces.every((piece, index) => {
    if (pieces.length === 1) return piece.length > 0;
    if (index === pieces.length - 1) return piece.length === last;
    return index === 0 ? piece.length > 0 && piece.length <= others : piece.length === others;
  });
  const digits = pieces.join('');
  return isPlaced && /^[0-9]+$/.test(digits) ? digits : undefined;
}

/** Whether the text is a number with decimals, in the locale's notation or with a sign the locale does not use. */
function hasDecimals(text: string, notation: Notation): boolean {
  const signs = [notation.decimal, '.', ','].filter((sign) => !notation.groups.includes(sign));
  return signs.some((sign) => {
    const [whole = '', fraction = '', ...more] = text.split(sign);
    return (
      more.length === 0 && /^[0-9]+$/.test(fraction) && (whole === '' || readDigits(whole, notation) !== undefined)
    );
  });
}

/** Reads a number of licenses, 1 to 2³¹ − 1, as people of a locale write whole numbers ('1 000', '1.000', '١٬٠٠٠'). */
export function parseQuantity(text: string, locale: string): Outcome<number, QuantityInputRefusal> {
  const notation = notations.get(locale) ?? notationOf(locale);
  notations.set(locale, notation);
  const typed = text.replace(BIDI_MARKS, '').trim();
  if (typed === '') return refuse('quantity_missing');
  const unsigned = Array.from(typed.replace(SIGN, ''), (sign) => notation.digits.get(sign) ?? sign).join('');
  const digits = readDigits(unsigned, notation);
  if (digits === undefined)
    return refuse(hasDecimals(unsigned, notation) ? 'quantity_not_whole' : 'quantity_not_number');
  const significant = digits.replace(/^0+/, '');
  if (SIGN.test(typed) || significant === '') return refuse('quantity_too_small');
  const quantity = Number(significant);
  return significant.length > 10 || quantity > LARGEST ? refuse('quantity_too_large') : accept(quantity);
}
