import { accept, type Outcome, refuse } from './outcome';

type Format = {
  /** Of the code in capitals without spaces and hyphens. */
  readonly pattern: RegExp;
  /** How the groups of the pattern are written. */
  readonly written: string;
  readonly example: string;
  readonly isOptional?: true;
};

function digits(count: number, example: string): Format {
  return { pattern: new RegExp(`^(\\d{${count}})$`), written: '$1', example };
}

/** Postal codes of the countries where apps are sold, as the Universal Postal Union describes them. */
const FORMATS: Readonly<Record<string, Format>> = {
  AD: { pattern: /^(AD[1-7]\d\d)$/, written: '$1', example: 'AD500' },
  AR: { pattern: /^([A-HJ-NP-Z]?\d{4}(?:[A-Z]{3})?)$/, written: '$1', example: 'C1002AAQ' },
  AT: { pattern: /^([1-9]\d{3})$/, written: '$1', example: '1010' },
  AU: digits(4, '2000'),
  BE: { pattern: /^([1-9]\d{3})$/, written: '$1', example: '1000' },
  CA: { pattern: /^([ABCEGHJ-NPRSTVXY]\d[A-Z])(\d[A-Z]\d)$/, written: '$1 $2', example: 'K1A 0B1' },
  CH: { pattern: /^([1-9]\d{3})$/, written: '$1', example: '8001' },
  CL: { ...digits(7, '8340457'), isOptional: true },
  DE: digits(5, '10115'),
  DK: digits(4, '1050'),
  ES: { pattern: /^((?:0[1-9]|[1-4]\d|5[0-2])\d{3})$/, written: '$1', example: '28013' },
  FI: digits(5, '00100'),
  FR: digits(5, '75001'),
  GB: { pattern: /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/, written: '$1 $2', example: 'SW1A 1AA' },
  GR: { pattern: /^(\d{3})(\d{2})$/, written: '$1 $2', example: '104 31' },
  IE: { pattern: /^([A-Z]\d[\dW])([A-Z\d]{4})$/, written: '$1 $2', example: 'D02 AF30', isOptional: true },
  IS: digits(3, '101'),
  IT: digits(5, '00118'),
  LI: { pattern: /^(94[89]\d)$/, written: '$1', example: '9490' },
  LU: digits(4, '1009'),
  MC: { pattern: /^(980\d\d)$/, written: '$1', example: '98000' },
  MT: { pattern: /^([A-Z]{3})(\d{4})$/, written: '$1 $2', example: 'VLT 1117' },
  NL: { pattern: /^([1-9]\d{3})([A-Z]{2})$/, written: '$1 $2', example: '1012 AB' },
  NO: digits(4, '0150'),
  PR: { pattern: /^(00[679]\d\d)$/, written: '$1', example: '00901' },
  PT: { pattern: /^(\d{4})(\d{3})$/, written: '$1-$2', example: '1100-148' },
  SE: { pattern: /^([1-9]\d\d)(\d\d)$/, written: '$1 $2', example: '111 22' },
  SM: { pattern: /^(4789\d)$/, written: '$1', example: '47890' },
  US: { pattern: /^(\d{5})(\d{4})?$/, written: '$1-$2', example: '95014' },
  VA: { pattern: /^(00120)$/, written: '$1', example: '00120' },
  ZA: digits(4, '0001'),
};

export type PostalCodeRefusal = 'postal_code_missing' | 'postal_code_malformed';

/** A code as it is typed in a country, to the way it is written there: '11122' in SE → '111 22'. Empty text is null. */
export function parsePostalCode(typed: string, country: string): Outcome<string | null, PostalCodeRefusal> {
  const format = formatOf(country);
  const said = typed.normalize('NFKC').trim().toUpperCase();
  if (said === '') return format && !format.isOptional ? refuse('postal_code_missing') : accept(null);
  const compact = said.replace(new RegExp(`^${country}-`), '').replace(/[\s-]/gu, '');
  if (!format) return /^[A-Z\d]{1,12}$/.test(compact) ? accept(said) : refuse('postal_code_malformed');
  if (!format.pattern.test(compact)) return refuse('postal_code_malformed');
  // A second group that is not there leaves its separator behind.
  return accept(compact.replace(format.pattern, format.written).replace(/[\s-]$/, ''));
}

/** A code of the country that is well written; undefined where we know no format. */
export function examplePostalCode(country: string): string | undefined {
  return formatOf(country)?.example;
}

function formatOf(country: string): Format | undefined {
  return Object.hasOwn(FORMATS, country) ? FORMATS[country] : undefined;
}
