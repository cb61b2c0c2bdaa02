import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Currency,
  exponentOf,
  fromDecimalString,
  isCurrency,
  requireCurrency,
  roundHalfAway,
  toDecimalString,
} from '@/lib/domain/money';
import { CURRENCY_OF_COUNTRY, currencyOf } from '@/lib/domain/regions';
import { standardVatRateBp, totalOf, vatGroups, vatOf } from '@/lib/domain/vat';

const CURRENCIES: readonly Currency[] = Intl.supportedValuesOf('currency').filter(isCurrency);

describe('rounding', () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [1n, 4n, 0n],
    [-1n, 2n, -1n],
    [0n, 7n, 0n],
  ])('%s / %s → %s', (n, d, expected) => {
    expect(roundHalfAway(n, d)).toBe(expected);
  });

  it('refuses a divisor that is not positive', () => {
    expect(() => roundHalfAway(1n, 0n)).toThrow(RangeError);
  });

  it('is symmetric and never further off than a half', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 6n), (n, d) => {
        const rounded = roundHalfAway(n, d);
        const off = 2n * (rounded * d - n);
        expect(off <= d && off >= -d).toBe(true);
        expect(roundHalfAway(-n, d)).toBe(-rounded);
      }),
    );
  });
});

describe('decimal text', () => {
  it.each(CURRENCIES)('of %s is read back exactly', (currency) => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), (amountMinor) => {
        expect(fromDecimalString(toDecimalString(amountMinor, currency), currency)).toBe(amountMinor);
      }),
    );
  });

  it.each(['', '1', '1.5', '1,50', '1.500', '1e2', ' 1.50', '1.50 '])('%j is no amount in SEK', (text) => {
    expect(() => fromDecimalString(text, 'SEK')).toThrow(RangeError);
  });

  it('knows a currency by its code only', () => {
    expect(requireCurrency('SEK')).toBe('SEK');
    expect(() => requireCurrency('sek')).toThrow('Unknown currency');
  });

  it.each([
    [15480n, 'SEK', '154.80'],
    [-5n, 'EUR', '-0.05'],
    [0n, 'USD', '0.00'],
    [1200n, 'JPY', '1200'],
    [123456n, 'HUF', '1234.56'],
    [-1n, 'BHD', '-0.001'],
    [90071992547409930n, 'IDR', '900719925474099.30'],
  ] as const)('%s %s → %s', (amountMinor, currency, expected) => {
    expect(toDecimalString(amountMinor, currency)).toBe(expected);
  });

  it('knows the exponents that Intl gets wrong', () => {
    expect([exponentOf('HUF'), exponentOf('COP'), exponentOf('IDR'), exponentOf('ISK')]).toEqual([2, 2, 2, 0]);
  });
});

describe('countries', () => {
  it.each([
    ['SE', 'SEK'],
    ['GR', 'EUR'],
    ['PR', 'USD'],
    ['CL', 'USD'],
    ['ZA', 'USD'],
    ['BR', 'BRL'],
  ])('%s is billed in %s', (country, currency) => {
    expect(currencyOf(country)).toEqual({ ok: true, value: currency });
  });

  it.each(['CN', 'XX', 'se', '', 'constructor', '__proto__'])('%j has no currency', (country) => {
    expect(currencyOf(country)).toEqual({ ok: false, refusal: 'country_not_served' });
  });

  it('holds every country once, each with a currency we have an exponent for', () => {
    const rows = Object.entries(CURRENCY_OF_COUNTRY);
    expect(rows).toHaveLength(142);
    expect(rows.every(([country]) => /^[A-Z]{2}$/.test(country))).toBe(true);
    expect(rows.filter(([, currency]) => currency === null)).toEqual([['CN', null]]);
    expect(rows.every(([, currency]) => currency === null || isCurrency(currency))).toBe(true);
  });
});

describe('VAT', () => {
  it.each([
    ['SE', { ok: true, value: 2500 }],
    ['GR', { ok: true, value: 2400 }],
    ['US', { ok: false, refusal: 'vat_rate_unknown' }],
    ['toString', { ok: false, refusal: 'vat_rate_unknown' }],
  ])('standard rate of %s', (country, expected) => {
    expect(standardVatRateBp(country)).toEqual(expected);
  });

  it('is rounded once per group, not per line', () => {
    const lines = [1n, 1n, 3n].map((netMinor) => ({ netMinor, category: 'S' as const, rateBp: 1000 }));
    expect(lines.map((line) => vatOf(line.netMinor, 1000))).toEqual([0n, 0n, 0n]);
    expect(totalOf(lines)).toEqual({ netMinor: 5n, vatMinor: 1n, totalMinor: 6n });
  });

  it('of any lines is the sum of its groups, each rounded once, and the total is net and VAT exactly', () => {
    const category = fc.constantFrom('S' as const, 'AE' as const, 'Z' as const);
    const rateBp = fc.constantFrom(0, 810, 1900, 2500, 2550);
    const line = fc.record({ netMinor: fc.bigInt(-(10n ** 9n), 10n ** 9n), category, rateBp });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (lines, order) => {
        const { netMinor, vatMinor, totalMinor } = totalOf(lines);
        const nets = new Map<string, { net: bigint; rate: bigint }>();
        for (const each of lines) {
          const key = `${each.category}:${each.rateBp}`;
          nets.set(key, { net: (nets.get(key)?.net ?? 0n) + each.netMinor, rate: BigInt(each.rateBp) });
        }
        const halfAway = (n: bigint) => (n < 0n ? -((-2n * n + 10_000n) / 20_000n) : (2n * n + 10_000n) / 20_000n);
        expect(netMinor).toBe(lines.reduce((sum, each) => sum + each.netMinor, 0n));
        expect(vatMinor).toBe([...nets.values()].reduce((sum, { net, rate }) => sum + halfAway(net * rate), 0n));
        expect(totalMinor).toBe(netMinor + vatMinor);
        const shuffled = [...lines].map((each) => [order.next().value ?? 0, each] as const).sort(([a], [b]) => a - b);
        expect(totalOf(shuffled.map(([, each]) => each))).toEqual({ netMinor, vatMinor, totalMinor });
      }),
    );
  });

  it('keeps groups of another category or rate apart', () => {
    const groups = vatGroups([
      { netMinor: 100n, category: 'S', rateBp: 2500 },
      { netMinor: 100n, category: 'S', rateBp: 1200 },
      { netMinor: 100n, category: 'AE', rateBp: 0 },
      { netMinor: 50n, category: 'S', rateBp: 2500 },
    ]);
    expect(groups.map(({ category, rateBp, netMinor, vatMinor }) => [category, rateBp, netMinor, vatMinor])).toEqual([
      ['S', 2500, 150n, 38n],
      ['S', 1200, 100n, 12n],
      ['AE', 0, 100n, 0n],
    ]);
  });
});
