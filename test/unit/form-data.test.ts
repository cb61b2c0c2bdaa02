import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStorableText } from '@/lib/domain/text';
import { readForm } from '@/lib/server/form-data';

const malformed = { ok: false, refusal: 'form_malformed' };

function formOf(...fields: readonly (readonly [string, string | Blob])[]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe('a form', () => {
  it.each([
    ['nothing', [], {}],
    [
      'two fields',
      [
        ['quantity', '14'],
        ['act', 'change'],
      ],
      { quantity: '14', act: 'change' },
    ],
    ['an empty value', [['quantity', '']], { quantity: '' }],
    [
      'Next’s own fields',
      [
        ['$ACTION_REF_1', ''],
        ['$ACTION_1:0', '{}'],
        ['$ACTION_KEY', 'k'],
        ['a', '1'],
      ],
      { a: '1' },
    ],
    [
      'Next’s own fields twice',
      [
        ['$ACTION_KEY', 'a'],
        ['$ACTION_KEY', 'b'],
      ],
      {},
    ],
    ['the longest text', [['note', 'å'.repeat(4000)]], { note: 'å'.repeat(4000) }],
    ['emoji', [['note', '👩‍🔧 ok']], { note: '👩‍🔧 ok' }],
  ] as const)('with %s is read', (_, fields, value) => {
    expect(readForm(formOf(...fields))).toEqual({ ok: true, value });
  });

  it.each([
    [
      'a field sent twice',
      [
        ['quantity', '14'],
        ['quantity', '15'],
      ],
    ],
    [
      'the same value twice',
      [
        ['quantity', '14'],
        ['quantity', '14'],
      ],
    ],
    ['a file', [['quantity', new File(['14'], 'quantity.txt')]]],
    ['an empty file', [['quantity', new File([], '')]]],
    ['NUL in a value', [['quantity', '1\u00004']]],
    ['NUL in a name', [['quan\u0000tity', '14']]],
    ['text that is too long', [['note', 'a'.repeat(4001)]]],
  ] as const)('with %s is malformed', (_, fields) => {
    expect(readForm(formOf(...fields))).toEqual(malformed);
  });

  it.each([
    undefined,
    null,
    '',
    'quantity=14',
    14,
    {},
    [],
    [['quantity', '14']],
    new Map([['quantity', '14']]),
    new URLSearchParams('quantity=14'),
  ])('is not %s', (data) => {
    expect(readForm(data)).toEqual(malformed);
  });

  it('keeps names that objects already have as fields of its own', () => {
    const read = readForm(formOf(['__proto__', 'a'], ['constructor', 'b'], ['hasOwnProperty', 'c']));
    expect(read.ok && Object.entries(read.value)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['hasOwnProperty', 'c'],
    ]);
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });

  it('is read back exactly, or refused, and never throws', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (fields) => {
        const read = readForm(formOf(...fields));
        const own = fields.filter(([name]) => !name.startsWith('$ACTION'));
        const isClean = own.every(([name, value]) => isStorableText(name + value));
        const isOnce = new Set(own.map(([name]) => name)).size === own.length;
        if (isClean) expect(read.ok).toBe(isOnce);
        if (read.ok) expect(Object.values(read.value).every((value) => !value.includes('\0'))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
