import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listCountries } from '@/lib/domain/coverage';
import { type Currency, exponentOf, isCurrency, toDecimalString } from '@/lib/domain/money';
import { CURRENCY_OF_COUNTRY } from '@/lib/domain/regions';
import {
  formatDay,
  formatDays,
  formatInstant,
  formatList,
  formatMoney,
  formatMonth,
  formatNearDay,
  formatRate,
  formatSpan,
} from '@/lib/i18n/formats';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { formatCountry, formatCurrency, formatLanguage, sortCountries } from '@/lib/i18n/names';

const CURRENCIES: readonly Currency[] = Intl.supportedValuesOf('currency').filter(isCurrency);
const DECIMAL: Record<Locale, string> = { 'en-US': '.', 'sv-SE': ',' };

/** Words and amounts are held together by spaces of several widths; here they are all alike. */
const plain = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, ' ');

/** The digits of a formatted amount with a dot before its decimals, and its sign. */
function readBack(locale: Locale, text: string): string {
  const digits = [...text].filter((sign) => /[0-9]/.test(sign) || sign === DECIMAL[locale]).join('');
  return (/[-−]/.test(text) ? '-' : '') + digits.replace(DECIMAL[locale], '.');
}

describe('money', () => {
  it.each([
    ['en-US', 15480n, 'SEK', 'SEK 154.80'],
    ['sv-SE', 15480n, 'SEK', '154,80 kr'],
    ['en-US', -15480n, 'USD', '-$154.80'],
    ['sv-SE', -15480n, 'SEK', '−154,80 kr'],
    ['en-US', 0n, 'EUR', '€0.00'],
    ['sv-SE', 123456789n, 'EUR', '1 234 567,89 €'],
    ['en-US', 123456n, 'HUF', 'HUF 1,234.56'],
    ['sv-SE', 123456n, 'JPY', '123 456 JPY'],
    ['en-US', 1234567n, 'KWD', 'KWD 1,234.567'],
    ['sv-SE', 90071992547409931n, 'IDR', '900 719 925 474 099,31 IDR'],
  ] as const)('%s: %s %s → %s', (locale, amountMinor, currency, expected) => {
    expect(plain(formatMoney(locale, amountMinor, currency))).toBe(expected);
  });

  it('is known for every currency that a country is billed in', () => {
    const billed = Object.values(CURRENCY_OF_COUNTRY).filter((currency) => currency !== null);
    for (const currency of billed) expect(CURRENCIES).toContain(currency);
    expect(CURRENCIES.length).toBeGreaterThanOrEqual(new Set(billed).size);
  });

  it.each(LOCALES.flatMap((locale) => CURRENCIES.map((currency) => [locale, currency] as const)))(
    'in %s keeps every digit of %s',
    (locale, currency) => {
      for (const amountMinor of [0n, 1n, 5n, 99n, 100n, 1005n, 123456789n, -1n, -100001n, 2n ** 63n - 1n]) {
        const text = formatMoney(locale, amountMinor, currency);
        expect(readBack(locale, text)).toBe(toDecimalString(amountMinor, currency));
        expect(text.replace(/[\d\s.,−-]/g, '')).not.toBe('');
      }
    },
  );

  it('has the digits of its decimal text, whatever the amount', () => {
    const amount = fc.bigInt(-(10n ** 24n), 10n ** 24n);
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        amount,
        fc.constantFrom(...CURRENCIES),
        (locale, amountMinor, currency) => {
          const read = readBack(locale, formatMoney(locale, amountMinor, currency));
          expect(read).toBe(toDecimalString(amountMinor, currency));
          expect((read.split('.')[1] ?? '').length).toBe(exponentOf(currency));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('days', () => {
  it.each([
    ['en-US', '2026-11-22', 'November 22, 2026', 'November 22'],
    ['sv-SE', '2026-11-22', '22 november 2026', '22 november'],
    ['sv-SE', '2028-02-29', '29 februari 2028', '29 februari'],
    ['en-US', '2026-12-31', 'December 31, 2026', 'December 31'],
    ['sv-SE', '2027-01-01', '1 januari 2027', '1 januari'],
  ])('in %s: %s → %s, near %s', (locale, day, long, near) => {
    expect(plain(formatDay(locale, day))).toBe(long);
    expect(plain(formatNearDay(locale, day))).toBe(near);
  });

  it.each([
    ['en-US', '2026-11-22', '2026-11-30', 'November 22 – 30'],
    ['sv-SE', '2026-11-22', '2026-11-30', '22–30 november'],
    ['en-US', '2026-11-22', '2026-12-03', 'November 22 – December 3'],
    ['sv-SE', '2026-11-22', '2026-12-03', '22 november–3 december'],
    ['sv-SE', '2026-11-30', '2026-11-30', '30 november'],
    ['en-US', '2026-11-30', '2026-11-30', 'November 30'],
  ])('in %s, from %s through %s → %s', (locale, from, through, expected) => {
    expect(plain(formatDays(locale, from, through))).toBe(expected);
  });

  it('do not depend on where the machine is', () => {
    const day = fc.date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toISOString().slice(0, 10);
        const [year, month, number] = text.split('-').map(Number);
        expect(plain(formatDay('sv-SE', text))).toMatch(new RegExp(`^${number} [a-z]+ ${year}$`));
        expect(plain(formatNearDay('en-US', text))).toMatch(new RegExp(`^[A-Z][a-z]+ ${number}$`));
        expect(month).toBeGreaterThan(0);
      }),
    );
  });
});

describe('an instant', () => {
  it.each([
    ['en-US', 'Europe/Stockholm', 'November 22, 2026 at 11:30 PM'],
    ['sv-SE', 'Europe/Stockholm', '22 november 2026 kl. 23:30'],
    ['sv-SE', 'Europe/Athens', '23 november 2026 kl. 00:30'],
    ['en-US', 'America/New_York', 'November 22, 2026 at 5:30 PM'],
  ])('in %s, %s: %s', (locale, timeZone, expected) => {
    expect(plain(formatInstant(locale, Date.parse('2026-11-22T22:30:00Z'), timeZone))).toBe(expected);
  });
});

it('a language names itself, with a capital', () => {
  expect(LOCALES.map(formatLanguage)).toEqual(['English', 'Svenska']);
});

it.each([
  ['en-US', ['a', 'b', 'c'], 'a, b, and c'],
  ['sv-SE', ['a', 'b', 'c'], 'a, b och c'],
  ['sv-SE', ['a'], 'a'],
  ['sv-SE', [], ''],
])('in %s, the list %j is "%s"', (locale, items, expected) => {
  expect(formatList(locale, items)).toBe(expected);
});

describe('countries and currencies', () => {
  it.each([
    ['sv-SE', 'SE', 'Sverige'],
    ['en-US', 'SE', 'Sweden'],
    ['sv-SE', 'PR', 'Puerto Rico'],
  ])('%s: %s is %s', (locale, country, name) => {
    expect(formatCountry(locale, country)).toBe(name);
  });

  it('stand in the order of the reader’s alphabet', () => {
    expect(sortCountries('sv-SE', ['AT', 'SE', 'DE', 'CY'])).toEqual(['CY', 'SE', 'DE', 'AT']);
    expect(sortCountries('en-US', ['AT', 'SE', 'DE', 'CY'])).toEqual(['AT', 'CY', 'DE', 'SE']);
  });

  it('every country and currency of ours has a name in every language', () => {
    for (const locale of LOCALES) {
      for (const country of listCountries()) expect(formatCountry(locale, country), country).not.toBe(country);
      for (const currency of Object.values(CURRENCY_OF_COUNTRY)) {
        if (currency)
          expect(formatCurrency(locale, currency)).toMatch(new RegExp(`\\p{L}{3,} \\(${currency}\\)$`, 'u'));
      }
    }
  });
});

describe('what stands on an invoice', () => {
  it.each([
    ['en-US', 2500, '25%'],
    ['sv-SE', 2500, '25 %'],
    ['sv-SE', 2550, '25,5 %'],
    ['en-US', 810, '8.1%'],
    ['en-US', 0, '0%'],
  ] as const)('%s: %s basis points are %s', (locale, basisPoints, expected) => {
    expect(plain(formatRate(locale, basisPoints))).toBe(expected);
  });

  it.each([
    ['sv-SE', '2026-11-22', '2026-11-30', '22–30 november 2026'],
    ['en-US', '2026-11-22', '2026-11-30', 'November 22 – 30, 2026'],
    ['sv-SE', '2026-12-20', '2027-01-19', '20 december 2026–19 januari 2027'],
    ['sv-SE', '2026-11-22', '2026-11-22', '22 november 2026'],
  ] as const)('%s: %s to %s is %s', (locale, from, through, expected) => {
    expect(plain(formatSpan(locale, from, through))).toBe(expected);
  });

  it.each([
    ['sv-SE', '2028-09', 'september 2028', 'GR', 'Grekland'],
    ['en-US', '2028-09', 'September 2028', 'SE', 'Sweden'],
  ] as const)('%s: a month and a country', (locale, month, monthName, country, countryName) => {
    expect(plain(formatMonth(locale, month))).toBe(monthName);
    expect(formatCountry(locale, country)).toBe(countryName);
  });
});
