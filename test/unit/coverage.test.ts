import { describe, expect, it } from 'vitest';
import { type Coverage, coverageOf, listCountries, listCoveredBy } from '@/lib/domain/coverage';
import { groupsOf, SOLD_IN } from '@/lib/domain/guides/regions';
import { currencyOf } from '@/lib/domain/regions';

const told = (coverage: Coverage) =>
  [coverage.by, 'group' in coverage ? coverage.group : '', 'currency' in coverage ? coverage.currency : '']
    .filter(Boolean)
    .join(' ');

describe('coverageOf', () => {
  it.each([
    ['SE', 'group westernEurope SEK'],
    ['NO', 'group westernEurope NOK'],
    ['CH', 'group westernEurope CHF'],
    ['VA', 'group westernEurope EUR'],
    ['DE', 'country EUR'],
    ['GR', 'country EUR'],
    ['GB', 'country GBP'],
    ['US', 'country USD'],
    ['PR', 'country USD'],
    ['CL', 'country USD'],
    ['AU', 'country AUD'],
    ['PL', 'nothing'],
    ['JP', 'nothing'],
    ['CN', 'nothing'],
    ['SM', 'nothing'],
    ['XX', 'unknown'],
    ['se', 'unknown'],
    ['', 'unknown'],
    ['SWE', 'unknown'],
    ['__proto__', 'unknown'],
  ])('%s → %s', (country, expected) => {
    expect(told(coverageOf(country))).toBe(expected);
  });

  it('covers every country that is listed, in its one currency, and no country without a currency', () => {
    for (const country of SOLD_IN.countries) expect(coverageOf(country).by, country).toBe('country');
    for (const country of listCountries()) {
      const coverage = coverageOf(country);
      if ('currency' in coverage) expect(currencyOf(country)).toEqual({ ok: true, value: coverage.currency });
      if (!currencyOf(country).ok) expect(coverage.by, country).toBe('nothing');
    }
  });
});

it('a group brings in only what is not listed by itself', () => {
  const brought = listCoveredBy('westernEurope');
  expect(brought).toContain('SE');
  for (const country of brought) expect(groupsOf(country)).toContain('westernEurope');
  expect(brought.filter((country) => SOLD_IN.countries.some((listed) => listed === country))).toEqual([]);
});

it('no country is offered twice, and every one has a code of two capitals', () => {
  const countries = listCountries();
  expect(new Set(countries).size).toBe(countries.length);
  for (const country of countries) expect(country).toMatch(/^[A-Z]{2}$/);
});
