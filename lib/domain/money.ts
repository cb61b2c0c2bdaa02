/**
 * Minor-unit exponents of ISO 4217. Node's ICU disagrees with ISO for several currencies (HUF, COP, IDR, …),
 * so Intl is never asked.
 */
const EXPONENTS = {
  AED: 2,
  ARS: 2,
  AUD: 2,
  BHD: 3,
  BRL: 2,
  CAD: 2,
  CHF: 2,
  CLP: 0,
  CNY: 2,
  COP: 2,
  CZK: 2,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  HKD: 2,
  HUF: 2,
  IDR: 2,
  ILS: 2,
  INR: 2,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  MXN: 2,
  MYR: 2,
  NOK: 2,
  NZD: 2,
  OMR: 3,
  PLN: 2,
  RON: 2,
  RUB: 2,
  SAR: 2,
  SEK: 2,
  SGD: 2,
  THB: 2,
  TND: 3,
  TRY: 2,
  TWD: 2,
  UAH: 2,
  USD: 2,
  VND: 0,
  ZAR: 2,
} as const;

export type Currency = keyof typeof EXPONENTS;

export type Money = { readonly amountMinor: bigint; readonly currency: Currency };

/** Net, VAT and total of the same thing in minor units; total = net + VAT exactly. */
export type Amounts = { readonly netMinor: bigint; readonly vatMinor: bigint; readonly totalMinor: bigint };

export const NO_AMOUNTS: Amounts = { netMinor: 0n, vatMinor: 0n, totalMinor: 0n };

/** Whether a text is the code of a currency we keep an exponent for. */
export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(EXPONENTS, code);
}

/** A currency that was kept as text. Throws for one we keep no exponent for. */
export function requireCurrency(code: string): Currency {
  if (!isCurrency(code)) throw new Error(`Unknown currency ${code}`);
  return code;
}

/** Number of decimals of a currency, from ISO 4217. */
export function exponentOf(currency: Currency): number {
  return EXPONENTS[currency];
}

/** The smaller of two amounts. */
export function smallerOf(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** n / d rounded to a whole number, half away from zero: 5/2 → 3, −5/2 → −3. Throws unless d > 0. */
export function roundHalfAway(n: bigint, d: bigint): bigint {
  if (d <= 0n) throw new RangeError('The divisor must be positive');
  const magnitude = n < 0n ? -n : n;
  const rounded = (2n * magnitude + d) / (2n * d);
  return n < 0n ? -rounded : rounded;
}

/** Exact decimal text with all the currency's decimals and a dot: 15480n SEK → '154.80', −5n BHD → '-0.005'. */
export function toDecimalString(amountMinor: bigint, currency: Currency): string {
  const decimals = exponentOf(currency);
  const sign = amountMinor < 0n ? '-' : '';
  const digits = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(decimals + 1, '0');
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The minor units that such a text stands for: '154.80' SEK → 15480n. Throws for any other number of decimals. */
export function fromDecimalString(text: string, currency: Currency): bigint {
  const decimals = exponentOf(currency);
  const pattern = decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`);
  if (!pattern.test(text)) throw new RangeError(`Not an amount in ${currency}: ${text}`);
  return BigInt(text.replace('.', ''));
}
