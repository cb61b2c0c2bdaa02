import { type Currency, exponentOf, fromDecimalString } from './money';
import { accept, type Outcome, refuse } from './outcome';

export type AmountInputRefusal = 'amount_missing' | 'amount_malformed' | 'amount_too_precise' | 'amount_too_large';

const GROUPS = /[\s'’٬]/gu;
const MOST_DIGITS = 12;

/**
 * Reads an amount above nothing as people write it: '1 234,50', '1,234.50', '1234'. Answers minor units. The last
 * separator parts decimals, unless exactly three digits follow it, as in '1.234', where the currency has not three.
 */
export function parseAmount(text: string, currency: Currency): Outcome<bigint, AmountInputRefusal> {
  const typed = text.trim().replace(GROUPS, '');
  if (typed === '') return refuse('amount_missing');
  if (!/^\d[\d.,]*$/.test(typed)) return refuse('amount_malformed');
  const decimals = exponentOf(currency);
  const [, before = '', after = ''] = /^(.*)[.,](\d*)$/.exec(typed) ?? [];
  const isWhole = before === '' || (after.length === 3 && decimals !== 3);
  if (!isGrouped(isWhole ? typed : before)) return refuse('amount_malformed');
  const [whole, fraction] = isWhole ? [typed, ''] : [before, after];
  const digits = whole.replace(/[.,]/g, '');
  if (fraction.length > decimals) return refuse('amount_too_precise');
  if (digits.length > MOST_DIGITS) return refuse('amount_too_large');
  const decimal = fraction.padEnd(decimals, '0');
  const minor = fromDecimalString(decimals === 0 ? digits : `${digits}.${decimal}`, currency);
  return minor > 0n ? accept(minor) : refuse('amount_missing');
}

/** Digits alone, or in groups of three parted by one kind of separator. */
function isGrouped(whole: string): boolean {
  return /^\d+$/.test(whole) || /^\d{1,3}(\.\d{3})+$/.test(whole) || /^\d{1,3}(,\d{3})+$/.test(whole);
}
