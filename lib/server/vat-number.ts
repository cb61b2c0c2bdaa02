import { checkVAT, countries } from 'jsvat';
import { accept, type Outcome, refuse } from '@/lib/domain/outcome';

/** Where the number begins otherwise than with the country's own code. */
const PREFIXES: Readonly<Record<string, string>> = { GR: 'EL', CH: 'CHE' };

/**
 * A VAT number as it is typed in a country, to capitals and digits with the country's prefix: '559143-2082 01' in SE →
 * 'SE559143208201'. Its check digits are checked where the country has any. Empty text is null.
 */
export function parseVatNumber(typed: string, country: string): Outcome<string | null, 'vat_number_malformed'> {
  const compact = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s./-]/gu, '');
  if (compact === '') return accept(null);
  const rule = countries.find(({ codes }) => codes.includes(country));
  if (!rule) return /^[A-Z\d]{4,20}$/.test(compact) ? accept(compact) : refuse('vat_number_malformed');
  const prefix = PREFIXES[country] ?? country;
  const bare = [prefix, country].find((start) => compact.startsWith(start)) ?? '';
  const number = compact.slice(bare.length);
  const found = [prefix + number, number].find((candidate) => checkVAT(candidate, [rule]).isValid);
  return found === undefined ? refuse('vat_number_malformed') : accept(found);
}
