import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMissWording, LONGEST_MISS } from '@/lib/domain/search-miss';

describe('findMissWording', () => {
  it.each([
    ['Exportera  bokföring!', 'exportera bokföring'],
    ['  licens-nyckel ', 'licens-nyckel'],
    ['10 fler licenser', '10 fler licenser'],
    ['A\u030Angra ko\u0308p', 'ångra köp'],
    ['?!', undefined],
    ['', undefined],
    ['maja@nordlys.example', undefined],
    ['www.nordlys.example', undefined],
    ['https://nordlys.example', undefined],
    ['faktura 2026-00418', undefined],
    ['070-123 45 67', undefined],
    ['19121212-1212', undefined],
    ['ord '.repeat(20), undefined],
  ])('%j → %j', (query, expected) => {
    expect(findMissWording('sv-SE', query)).toBe(expected);
  });

  it('keeps nothing long, no address and no long number, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (query) => {
        const wording = findMissWording('en-US', query);
        if (wording === undefined) return;
        expect(wording.length).toBeLessThanOrEqual(LONGEST_MISS);
        expect(wording).not.toMatch(/[@/\\]|\p{N}{4}|\p{Cc}|\p{Surrogate}/u);
        expect(findMissWording('en-US', wording)).toBe(wording);
      }),
    );
  });
});
