import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '@/lib/domain/csv';
import { parseCsv } from '@/test/support/parse-csv';

describe('csvLine', () => {
  it.each([
    [['a', 'b'], 'a,b\r\n'],
    [[1, -2], '1,-2\r\n'],
    [['', ''], ',\r\n'],
    [['a,b', 'say "hi"'], '"a,b","say ""hi"""\r\n'],
    [['two\nlines'], '"two\nlines"\r\n'],
    [['=1+1'], "'=1+1\r\n"],
    [['+1'], "'+1\r\n"],
    [['-1'], "'-1\r\n"],
    [['@SUM(A1)'], "'@SUM(A1)\r\n"],
    [['\t=1'], "'\t=1\r\n"],
    [['\r=1'], '"\'\r=1"\r\n'],
    [['=HYPERLINK("x","y")'], '"\'=HYPERLINK(""x"",""y"")"\r\n'],
    [['a=1'], 'a=1\r\n'],
  ])('%j → %j', (cells, expected) => {
    expect(csvLine(cells)).toBe(expected);
  });

  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", 'a', ' ') }),
  );

  it('is read back as it was, but for an apostrophe before what would run', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const read = parseCsv(rows.map(csvLine).join(''));
        expect(read).toEqual(rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))));
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
