import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiptReference } from '@/lib/domain/references';

describe('receipt references', () => {
  it.each([
    [[0, 1, 2, 3, 4, 5, 6, 7], 'SV-0123-4567'],
    [[31, 63, 255, 18, 20, 10, 16, 24], 'SV-ZZZJ-MAGR'],
  ])('%j → %s', (bytes, expected) => {
    expect(receiptReference(Uint8Array.from(bytes))).toBe(expected);
  });

  it('holds nothing that is misread', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        expect(receiptReference(bytes)).toMatch(/^SV-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it.each([0, 7, 9])('refuses %s bytes', (length) => {
    expect(() => receiptReference(new Uint8Array(length))).toThrow(RangeError);
  });
});
