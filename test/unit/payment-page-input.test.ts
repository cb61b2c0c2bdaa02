import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCard } from '@/lib/demo/payment-page/card-input';
import { hasCheckDigit, inGroups, TEST_CARDS } from '@/lib/demo/payment-page/cards';
import en from '@/lib/demo/payment-page/messages/en.json' with { type: 'json' };
import sv from '@/lib/demo/payment-page/messages/sv.json' with { type: 'json' };
import { chooseLanguage } from '@/lib/demo/payment-page/words';

const fine = { number: '4242 4242 4242 4242', expiry: '09/28', cvc: '123', name: 'Maja Sandberg' };
const read = (changed: Partial<typeof fine>) => readCard({ ...fine, ...changed }, '2026-11');

it.each([
  ['09/28', '2028-09'],
  ['9/28', '2028-09'],
  ['0928', '2028-09'],
  [' 09 / 2028 ', '2028-09'],
  ['11/26', '2026-11'],
])('a card that is valid through %s', (expiry, expiryMonth) => {
  expect(read({ expiry })).toEqual({ card: TEST_CARDS[0], expiryMonth });
});

describe('what is wrong with a field', () => {
  it.each([
    ['number', '', 'number_missing'],
    ['number', '4242x4242y4242z4242', 'number_not_digits'],
    ['number', '4242', 'number_length'],
    ['number', '4242 4242 4242 4241', 'number_check_digit'],
    ['number', '4111 1111 1111 1111', 'number_not_test'],
    ['number', '4000 0000 0000 0002', 'number_refused'],
    ['expiry', ' ', 'expiry_missing'],
    ['expiry', '13/28', 'expiry_malformed'],
    ['expiry', 'september', 'expiry_malformed'],
    ['expiry', '10/26', 'expiry_past'],
    ['expiry', '01/99', 'expiry_far'],
    ['cvc', '', 'cvc_missing'],
    ['cvc', '12', 'cvc_malformed'],
    ['name', '  ', 'name_missing'],
    ['name', 'x'.repeat(81), 'name_long'],
  ])('%s %j: %s', (field, text, fault) => {
    expect(read({ [field]: text })).toEqual({ faults: { [field]: fault } });
  });
});

it('every fault is said at once', () => {
  const faults = { number: 'number_missing', expiry: 'expiry_missing', cvc: 'cvc_missing', name: 'name_missing' };
  expect(readCard({ number: '', expiry: '', cvc: '', name: '' }, '2026-11')).toEqual({ faults });
});

it('a digit that is wrong is always noticed', () => {
  const digit = fc.integer({ min: 0, max: 15 });
  fc.assert(
    fc.property(fc.constantFrom(...TEST_CARDS), digit, fc.integer({ min: 1, max: 9 }), ({ number }, index, more) => {
      const digits = [...number];
      digits[index] = String((Number(digits[index]) + more) % 10);
      expect(hasCheckDigit(number)).toBe(true);
      expect(hasCheckDigit(digits.join(''))).toBe(false);
    }),
  );
});

it('whatever is typed, it is read or refused', () => {
  const text = fc.string({ maxLength: 40 });
  fc.assert(
    fc.property(fc.record({ number: text, expiry: text, cvc: text, name: text }), (typed) => {
      const card = readCard(typed, '2026-11');
      expect('card' in card || Object.keys(card.faults).length > 0).toBe(true);
    }),
  );
});

it('both languages say the same things', () => {
  const keysOf = (words: object): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' ? keysOf(value).map((inner) => `${key}.${inner}`) : [key],
    );
  expect(keysOf(sv)).toEqual(keysOf(en));
});

it.each([
  [['sv', 'en-US', null], 'sv'],
  [[null, 'sv-SE', 'en'], 'sv'],
  [['el', 'el-GR', 'de, sv'], 'en'],
  [[undefined, undefined, 'sv-SE,sv;q=0.9'], 'sv'],
] as const)('%j is read in %s', (tags, language) => {
  expect(chooseLanguage(...tags)).toBe(language);
});

it('groups digits as they stand on a card', () => {
  expect(inGroups('4242424242424242')).toBe('4242 4242 4242 4242');
});
