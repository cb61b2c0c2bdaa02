import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainText, isStorableText, parseLine } from '@/lib/domain/text';

describe('text in one line', () => {
  it.each<[string, string, string | null]>([
    ['as it is', 'Nordlys Bygg AB', 'Nordlys Bygg AB'],
    ['spaces at the ends and in a row', '  Storgatan\u00a0 4 \t', 'Storgatan 4'],
    ['nothing', ' \n ', null],
    ['decomposed letters', 'O\u0308stersund', 'Östersund'],
    ['HTML', '<b>Fakturor & "kvitton"</b>', '<b>Fakturor & "kvitton"</b>'],
    ['ICU', '{count, plural, other {#}}', '{count, plural, other {#}}'],
    ['Markdown', '[namn](https://example.com) **fet** {% label %}', '[namn](https://example.com) **fet** {% label %}'],
    ['Greek', 'Λεωφόρος Συγγρού 150', 'Λεωφόρος Συγγρού 150'],
    ['Arabic', 'شارع الملك 5', 'شارع الملك 5'],
    ['as many as fit, counted as characters', '𝔸'.repeat(100), '𝔸'.repeat(100)],
  ])('keeps %s', (_, typed, expected) => {
    expect(parseLine(typed, 100)).toEqual({ ok: true, value: expected });
  });

  it.each<[string, string, string]>([
    ['a control character', 'Nord\u0007lys', 'not_plain'],
    ['NUL', 'Nord\u0000lys', 'not_plain'],
    ['a direction override', 'Nordlys \u202eBA ggyB', 'not_plain'],
    ['a direction isolate', 'Nordlys \u2066Bygg\u2069', 'not_plain'],
    ['a zero-width space', 'Nord\u200blys', 'not_plain'],
    ['a zero-width joiner', 'Nord\u200dlys', 'not_plain'],
    ['a soft hyphen', 'Nord\u00adlys', 'not_plain'],
    ['a lone surrogate', 'Nord\ud800lys', 'not_plain'],
    ['a private character', 'Nord\ue000lys', 'not_plain'],
    ['an invisible tag', 'Nordlys\u{e0041}', 'not_plain'],
    ['one character too many', 'a'.repeat(101), 'too_long'],
  ])('refuses %s', (_, typed, refusal) => {
    expect(parseLine(typed, 100)).toEqual({ ok: false, refusal });
  });

  it('what is accepted can be stored, is plain, and is accepted again as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const parsed = parseLine(typed, 40);
        if (!parsed.ok || parsed.value === null) return true;
        const { value } = parsed;
        const again = parseLine(value, 40);
        return isStorableText(value) && isPlainText(value) && again.ok && again.value === value;
      }),
    );
  });
});
