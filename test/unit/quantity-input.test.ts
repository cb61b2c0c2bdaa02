import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '@/lib/domain/quantity-input';

const LOCALES = ['en-US', 'sv-SE', 'de-DE', 'el-GR', 'ar-EG', 'fr-FR', 'de-CH', 'hi-IN', 'es-ES'];

describe('a typed quantity', () => {
  it.each([
    ['14', 'en-US', 14],
    ['1000', 'sv-SE', 1000],
    ['  14\n', 'sv-SE', 14],
    ['007', 'en-US', 7],
    ['1,000', 'en-US', 1000],
    ['1,234,567', 'en-US', 1234567],
    ['1 000', 'sv-SE', 1000],
    ['1\u00a0000', 'sv-SE', 1000],
    ['1\u202f000', 'sv-SE', 1000],
    ['1 000', 'fr-FR', 1000],
    ['1\u202f000', 'fr-FR', 1000],
    ['1\u00a0000', 'fr-FR', 1000],
    ['1.000', 'de-DE', 1000],
    ['1.000', 'el-GR', 1000],
    ['12.345.678', 'el-GR', 12345678],
    ['1.000', 'es-ES', 1000],
    ["1'000", 'de-CH', 1000],
    ['1’000', 'de-CH', 1000],
    ['١٬٠٠٠', 'ar-EG', 1000],
    ['١٤', 'ar-EG', 14],
    ['14', 'ar-EG', 14],
    ['12,34,567', 'hi-IN', 1234567],
    ['2147483647', 'en-US', 2147483647],
    ['2 147 483 647', 'sv-SE', 2147483647],
  ])('%j in %s is %s', (text, locale, quantity) => {
    expect(parseQuantity(text, locale)).toEqual({ ok: true, value: quantity });
  });

  it.each([
    ['', 'sv-SE', 'quantity_missing'],
    [' \u00a0', 'sv-SE', 'quantity_missing'],
    ['\u061c', 'ar-EG', 'quantity_missing'],
    ['0', 'en-US', 'quantity_too_small'],
    ['000', 'en-US', 'quantity_too_small'],
    ['٠', 'ar-EG', 'quantity_too_small'],
    ['-1', 'en-US', 'quantity_too_small'],
    ['−1', 'sv-SE', 'quantity_too_small'],
    ['-1 000', 'sv-SE', 'quantity_too_small'],
    ['1.5', 'en-US', 'quantity_not_whole'],
    ['1.000', 'en-US', 'quantity_not_whole'],
    ['1,5', 'sv-SE', 'quantity_not_whole'],
    ['1.5', 'sv-SE', 'quantity_not_whole'],
    ['1,000', 'sv-SE', 'quantity_not_whole'],
    ['1 000,5', 'sv-SE', 'quantity_not_whole'],
    ['-1.5', 'en-US', 'quantity_not_whole'],
    ['.5', 'en-US', 'quantity_not_whole'],
    ['1,5', 'de-DE', 'quantity_not_whole'],
    ['١٫٥', 'ar-EG', 'quantity_not_whole'],
    ['1.5', 'de-CH', 'quantity_not_whole'],
    ['1e2', 'en-US', 'quantity_not_number'],
    ['fourteen', 'en-US', 'quantity_not_number'],
    ['14 licenses', 'en-US', 'quantity_not_number'],
    ['+14', 'en-US', 'quantity_not_number'],
    ['0x10', 'en-US', 'quantity_not_number'],
    ['Infinity', 'en-US', 'quantity_not_number'],
    ['-', 'en-US', 'quantity_not_number'],
    ['1,5', 'en-US', 'quantity_not_number'],
    ['10,00', 'en-US', 'quantity_not_number'],
    ['1,0000', 'en-US', 'quantity_not_number'],
    [',100', 'en-US', 'quantity_not_number'],
    ['1,,000', 'en-US', 'quantity_not_number'],
    ['1 000', 'en-US', 'quantity_not_number'],
    ['1 00', 'sv-SE', 'quantity_not_number'],
    ['1 000\u00a0000', 'sv-SE', 'quantity_not_number'],
    ['1.5', 'de-DE', 'quantity_not_number'],
    ['1.00', 'el-GR', 'quantity_not_number'],
    ['1,2,3', 'sv-SE', 'quantity_not_number'],
    ['2147483648', 'en-US', 'quantity_too_large'],
    ['2 147 483 648', 'sv-SE', 'quantity_too_large'],
    ['9'.repeat(400), 'en-US', 'quantity_too_large'],
  ])('%j in %s is refused: %s', (text, locale, refusal) => {
    expect(parseQuantity(text, locale)).toEqual({ ok: false, refusal });
  });

  it('reads back what the locale writes', () => {
    const quantity = fc.integer({ min: 1, max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(fc.constantFrom(...LOCALES), quantity, fc.boolean(), (locale, value, isGrouped) => {
        const text = new Intl.NumberFormat(locale, { useGrouping: isGrouped ? 'always' : false }).format(value);
        expect(parseQuantity(text, locale)).toEqual({ ok: true, value });
      }),
    );
  });

  it('answers for any text at all, and only with a positive whole number', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...LOCALES), (text, locale) => {
        const outcome = parseQuantity(text, locale);
        if (outcome.ok) expect(Number.isInteger(outcome.value) && outcome.value > 0).toBe(true);
        else expect(outcome.refusal).toMatch(/^quantity_/);
      }),
    );
  });
});
