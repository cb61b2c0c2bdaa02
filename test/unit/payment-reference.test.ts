import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInvoiceNumber, isIban, paymentReferenceOf, spellReference } from '@/lib/domain/payment-reference';

const number = fc
  .tuple(fc.integer({ min: 2020, max: 2999 }), fc.integer({ min: 1, max: 9_999_999 }))
  .map(([year, count]) => `${year}-${String(count).padStart(5, '0')}`);

describe('a payment reference', () => {
  it('is a creditor reference that leads back to its invoice, spelled in groups or not', () => {
    expect(paymentReferenceOf('2026-00418')).toBe('RF25202600418');
    expect(spellReference('RF25202600418')).toBe('RF25 2026 0041 8');
    fc.assert(
      fc.property(number, (invoice) => {
        const reference = paymentReferenceOf(invoice);
        expect(findInvoiceNumber(reference)).toBe(invoice);
        expect(findInvoiceNumber(spellReference(reference).toLowerCase())).toBe(invoice);
        expect(findInvoiceNumber(invoice)).toBe(invoice);
      }),
    );
  });

  it('tells one mistyped digit', () => {
    fc.assert(
      fc.property(number, fc.nat(), fc.integer({ min: 1, max: 9 }), (invoice, place, added) => {
        const reference = paymentReferenceOf(invoice);
        const at = 4 + (place % (reference.length - 4));
        const wrong = (Number(reference[at]) + added) % 10;
        expect(findInvoiceNumber(reference.slice(0, at) + wrong + reference.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it.each(['', 'Nordlys', '2026', 'RF2026', 'RF25 2026 0041 9'])('is not in %j', (text) => {
    expect(findInvoiceNumber(text)).toBeUndefined();
  });
});

describe('an account number', () => {
  it.each([
    ['SE4550000000058398257466', true],
    ['GB82WEST12345698765432', true],
    ['SE4550000000058398257467', false],
    ['SE45 5000 0000 0583 9825 7466', false],
    ['', false],
  ])('%s: %s', (text, isRight) => {
    expect(isIban(text)).toBe(isRight);
  });
});
