import { describe, expect, it } from 'vitest';
import { groupsOf, SOLD_IN } from '@/lib/domain/guides/regions';
import { examplePostalCode, parsePostalCode } from '@/lib/domain/postal-codes';
import { CURRENCY_OF_COUNTRY } from '@/lib/domain/regions';

const SERVED = Object.keys(CURRENCY_OF_COUNTRY).filter(
  (country) => SOLD_IN.countries.some((each) => each === country) || groupsOf(country).length > 0,
);

describe('postal codes', () => {
  it.each(SERVED)('%s, where apps are sold, has a format, and its example is written as it is kept', (country) => {
    const example = examplePostalCode(country) ?? '';
    expect(parsePostalCode(example, country)).toEqual({ ok: true, value: example });
    expect(parsePostalCode(` ${example.toLowerCase().replace(/[ -]/g, '')} `, country)).toEqual({
      ok: true,
      value: example,
    });
    expect(parsePostalCode('!', country)).toEqual({ ok: false, refusal: 'postal_code_malformed' });
  });

  it.each([
    ['SE', '11221', '112 21'],
    ['SE', 'SE-112 21', '112 21'],
    ['SE', '１１２２１', '112 21'],
    ['GB', 'sw1a1aa', 'SW1A 1AA'],
    ['GB', 'm1 1ae', 'M1 1AE'],
    ['US', '95014', '95014'],
    ['US', '950142083', '95014-2083'],
    ['PT', '1100148', '1100-148'],
    ['NL', '1012ab', '1012 AB'],
    ['JP', '100-0001', '100-0001'],
    ['JP', '', null],
    ['IE', '', null],
  ])('%s: "%s" → %s', (country, typed, expected) => {
    expect(parsePostalCode(typed, country)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['SE', '1122', 'postal_code_malformed'],
    ['SE', '011 22', 'postal_code_malformed'],
    ['SE', '112 21a', 'postal_code_malformed'],
    ['SE', '', 'postal_code_missing'],
    ['CA', 'D1A 0B1', 'postal_code_malformed'],
    ['US', '9501', 'postal_code_malformed'],
    ['JP', '<b>', 'postal_code_malformed'],
  ])('%s: "%s" is refused', (country, typed, refusal) => {
    expect(parsePostalCode(typed, country)).toEqual({ ok: false, refusal });
  });
});
