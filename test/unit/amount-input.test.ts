import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '@/lib/domain/amount-input';
import { toDecimalString } from '@/lib/domain/money';
import { formatMoney, formatTypedAmount } from '@/lib/i18n/formats';

describe('an amount as people write it', () => {
  it.each([
    ['1234', 123400n],
    ['1 234,50', 123450n],
    ['1\u00a0234,5', 123450n],
    ['1,234.50', 123450n],
    ['1.234.567,89', 123456789n],
    ['1.234', 123400n],
    ['0,05', 5n],
  ])('%s', (text, value) => {
    expect(parseAmount(text, 'SEK')).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'amount_missing'],
    ['0', 'amount_missing'],
    ['-5', 'amount_malformed'],
    ['12,34,5', 'amount_malformed'],
    ['1,2345', 'amount_too_precise'],
    ['tolv', 'amount_malformed'],
    ['1'.repeat(13), 'amount_too_large'],
  ])('%j: %s', (text, refusal) => {
    expect(parseAmount(text, 'SEK')).toEqual({ ok: false, refusal });
  });

  it('stands in a field as it is typed there', () => {
    expect(formatTypedAmount('sv-SE', 15480n, 'SEK')).toBe('154,80');
    expect(formatTypedAmount('en-US', 1548000n, 'SEK')).toBe('15480.00');
  });

  it('is read as it was printed, in every language', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 99_999_999_999n }), (minor) => {
        expect(parseAmount(toDecimalString(minor, 'EUR'), 'EUR')).toEqual({ ok: true, value: minor });
        for (const locale of ['sv-SE', 'en-US']) {
          const printed = formatMoney(locale, minor, 'EUR').replace(/[^\d.,\s]/gu, '');
          expect(parseAmount(printed, 'EUR')).toEqual({ ok: true, value: minor });
          expect(parseAmount(formatTypedAmount(locale, minor, 'EUR'), 'EUR')).toEqual({ ok: true, value: minor });
        }
      }),
    );
  });
});
