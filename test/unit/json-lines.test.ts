import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLinedJson } from '@/lib/domain/json-lines';

describe('readLinedJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = readLinedJson(text);
        expect('value' in read && read.value).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', '"', ':', '\\', 'x', '\n'),
        (json, where, put) => {
          const place = where % (json.length + 1);
          const text = json.slice(0, place) + put + json.slice(place + 1);
          let isJson = true;
          try {
            JSON.parse(text);
          } catch {
            isJson = false;
          }
          const read = readLinedJson(text);
          const isTwice = 'code' in read && read.code === 'name_twice';
          expect('value' in read || isTwice).toBe(isJson || isTwice);
        },
      ),
    );
  });

  const text =
    '{\n  "offers": [\n    { "id": "a" },\n    {\n      "id": "b",\n      "prices": { "SEK": "1.00" }\n    }\n  ]\n}';

  it.each<[(string | number)[], number]>([
    [[], 1],
    [['offers'], 2],
    [['offers', 0, 'id'], 3],
    [['offers', 1], 4],
    [['offers', 1, 'id'], 5],
    [['offers', 1, 'prices', 'SEK'], 6],
    [['offers', 1, 'prices', 'EUR'], 6],
    [['offers', 1, 'name'], 4],
    [['nothing', 'at', 'all'], 1],
  ])('%j stands on line %i', (path, line) => {
    const read = readLinedJson(text);
    expect('lineOf' in read && read.lineOf(path)).toBe(line);
  });

  it.each([
    ['{\n"a": 1,\n}', 3, 'not_json'],
    ['{\n"a": 1,\n"b": tru\n}', 3, 'not_json'],
    ['{\n"a": 1,\n"a": 2\n}', 3, 'name_twice'],
    ['[1]\n]', 2, 'not_json'],
    ['', 1, 'not_json'],
  ])('%j: line %i, %s', (broken, line, code) => {
    expect(readLinedJson(broken)).toEqual({ line, code });
  });
});
