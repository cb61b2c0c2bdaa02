import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLocale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { canonicalLocale, lookupLocale, negotiateLocale } from '@/lib/i18n/negotiate';

describe('a tag in any spelling', () => {
  it.each([
    ['sv-SE', 'sv-SE'],
    ['SV-se', 'sv-SE'],
    ['sv_SE', 'sv-SE'],
    ['sv', 'sv-SE'],
    ['EN', 'en-US'],
    ['en-us', 'en-US'],
    ['sv-FI', undefined],
    ['en-GB', undefined],
    ['sv-SE-x-own', undefined],
    ['sve', undefined],
    ['s', undefined],
    ['*', undefined],
    ['', undefined],
    ['-', undefined],
    ['sv-', undefined],
    ['__proto__', undefined],
  ])('%j stands for %s', (tag, locale) => {
    expect(canonicalLocale(tag)).toBe(locale);
  });
});

describe('lookup of Accept-Language (RFC 4647)', () => {
  it.each([
    ['sv-SE', 'sv-SE'],
    ['sv', 'sv-SE'],
    ['sv-FI', 'sv-SE'],
    ['sv-Latn-FI-x-own', 'sv-SE'],
    ['en-GB,en;q=0.8', 'en-US'],
    ['de,sv;q=0.1', 'sv-SE'],
    ['en;q=0.5,sv;q=0.9', 'sv-SE'],
    ['en;q=0.5,sv;q=0.500', 'en-US'],
    ['sv;q=0.5,en;q=0.5', 'sv-SE'],
    ['sv;q=0,en', 'en-US'],
    ['sv;q=0.000,en;q=0.001', 'en-US'],
    ['en;q=0.999,sv;q=1.000', 'sv-SE'],
    ['  sv ; q=0.9 , en ; q=0.1 ', 'sv-SE'],
    ['SV-fi;Q=1', 'sv-SE'],
    ['*,sv;q=0.1', 'sv-SE'],
    ['*', undefined],
    ['sv;q=0', undefined],
    ['de,fr', undefined],
    ['', undefined],
  ])('%j → %s', (header, locale) => {
    expect(lookupLocale(header)).toBe(locale);
  });

  it.each([
    ['sv;q=2,en', 'en-US'],
    ['sv;q=-1,en', 'en-US'],
    ['sv;q=0.1234,en;q=0.1', 'en-US'],
    ['sv;q=,en', 'en-US'],
    ['sv;level=1,en', 'en-US'],
    ['sv_SE,en', 'en-US'],
    [',,;;,en', 'en-US'],
    ['sv-,en', 'en-US'],
    ['svenskaoch-SE,en', 'en-US'],
    ['<script>,en', 'en-US'],
    ['sv\u0000,en', 'en-US'],
    [`${'a-'.repeat(5000)}`, undefined],
    [`${'de,'.repeat(5000)}sv`, undefined],
  ])('a part that cannot be read is left out: %.20j', (header, locale) => {
    expect(lookupLocale(header)).toBe(locale);
  });
});

describe('negotiation', () => {
  it.each([
    [{}, 'en-US'],
    [{ acceptLanguage: 'sv' }, 'sv-SE'],
    [{ chosen: 'en-US', acceptLanguage: 'sv' }, 'en-US'],
    [{ personLocale: 'sv-SE', chosen: 'en-US', acceptLanguage: 'en' }, 'sv-SE'],
    [{ personLocale: 'sv', chosen: 'SV-SE', acceptLanguage: 'en' }, 'en-US'],
    [{ acceptLanguage: 'de' }, 'en-US'],
  ])('%j → %s: the setting, the choice, the header, the source', (signs, locale) => {
    expect(negotiateLocale(signs)).toBe(locale);
  });

  it('always names a shipped locale, whatever arrives', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(
        /^[a-zA-Z*]{1,3}(-[A-Za-z0-9]{1,9}){0,3}(;q=[0-9.]{0,6})?(, ?[a-z*-]{0,6}(;q=[01.5]{0,4})?){0,4}$/,
      ),
    );
    const sign = fc.option(text, { nil: undefined });
    fc.assert(
      fc.property(fc.record({ personLocale: sign, chosen: sign, acceptLanguage: sign }), (signs) => {
        const locale = negotiateLocale(signs);
        expect(isLocale(locale)).toBe(true);
        if (!signs.acceptLanguage && !signs.chosen && !signs.personLocale) expect(locale).toBe(SOURCE_LOCALE);
      }),
      { numRuns: 1000 },
    );
  });
});
