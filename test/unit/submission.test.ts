import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readSubmission } from '@/lib/server/submission';

const KNOWN = '7f633cddc1cb51ec33789d8797f823744c2334b733';
const OLD = '7f00000000000000000000000000000000000000ff';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'submission-'));
  mkdirSync(join(folder, '.next/server'), { recursive: true });
  writeFileSync(join(folder, '.next/server/server-reference-manifest.json'), JSON.stringify({ node: { [KNOWN]: {} } }));
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
});

afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

type Fields = readonly (readonly [string, string | Blob])[];

function requestOf(fields: Fields): Request {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return new Request('http://own.invalid/sv-SE/help', { method: 'POST', body });
}

const bound = (id: unknown): Fields => [
  ['$ACTION_REF_1', ''],
  ['$ACTION_1:0', JSON.stringify({ id, bound: '$@1' })],
  ['$ACTION_1:1', '[{"errors":[],"typed":{}}]'],
  ['$ACTION_KEY', 'k1'],
];
const direct = (id: string): Fields => [[`$ACTION_ID_${id}`, '']];
const reply: Fields = [['0', '["$K1"]']];
const file = new File(['x'], 'x.txt');

describe('a form without scripts', () => {
  it.each<[string, Fields]>([
    ['names an action of this build', direct(KNOWN)],
    ['has a dollar sign in it', [...direct(KNOWN), ['note', '$F9']]],
    ['carries a file', [...direct(KNOWN), ['note', file]]],
  ])('%s: it is run', async (_, fields) => {
    expect(await readSubmission(requestOf(fields), null)).toEqual({ is: 'runnable' });
  });

  it.each<[string, Fields]>([
    ['an older build', direct(OLD)],
    ['an older build, bound', bound(OLD)],
    ['no action', []],
    ['this and an older build', [...direct(KNOWN), ...direct(OLD)]],
    ['a name that objects have', bound('constructor')],
  ])('names %s: what was typed is kept', async (_, fields) => {
    const typed: Fields = [
      ['quantity', '14'],
      ['$ACTION_KEY', 'k'],
      ['note', file],
      ['cut', 'a\u0000b'],
      ['-', 'x'],
    ];
    expect(await readSubmission(requestOf([...fields, ...typed]), null)).toEqual({
      is: 'outdated',
      typed: { quantity: '14' },
    });
  });

  it.each<[string, Fields]>([
    [
      'no JSON',
      [
        ['$ACTION_REF_1', ''],
        ['$ACTION_1:0', '{'],
      ],
    ],
    ['nothing where the id should be', [['$ACTION_REF_1', '']]],
    ['a number as id', bound(14)],
    [
      'a list',
      [
        ['$ACTION_REF_1', ''],
        ['$ACTION_1:0', '[]'],
      ],
    ],
    [
      'null',
      [
        ['$ACTION_REF_1', ''],
        ['$ACTION_1:0', 'null'],
      ],
    ],
    [
      'a file',
      [
        ['$ACTION_REF_1', ''],
        ['$ACTION_1:0', file],
      ],
    ],
    ['arguments of its own', bound(KNOWN)],
    ['a reference that leads nowhere', [...bound(KNOWN).slice(0, 2), ['$ACTION_1:1', '["$F9"]']]],
    ['itself twice', [...direct(KNOWN), ...direct(KNOWN)]],
    ['a reference beside it', [...direct(KNOWN), ['$ACTION_REF_x', '']]],
    ['a key beside it', [...direct(KNOWN), ['$ACTION_KEY', 'k']]],
  ])('says its action with %s: malformed', async (_, fields) => {
    expect(await readSubmission(requestOf(fields), null)).toEqual({ is: 'malformed' });
  });
});

describe('a form sent by a script', () => {
  it('of this build is run', async () => {
    expect(await readSubmission(requestOf([...reply, ['_1_quantity', '14']]), KNOWN)).toEqual({ is: 'runnable' });
  });

  it('of an older build keeps what was typed, without React’s prefixes', async () => {
    const sent = requestOf([...reply, ['_1_quantity', '14'], ['_2_note', 'å']]);
    expect(await readSubmission(sent, OLD)).toEqual({ is: 'outdated', typed: { quantity: '14', note: 'å' } });
  });

  it.each<[string, Fields]>([
    ['no arguments', []],
    ['arguments that are no list', [['0', '{}']]],
    ['a text', [['0', '"$K1"']]],
    ['no JSON', [['0', '[']]],
    ['a file', [['0', file]]],
    ['no argument', [['0', '[]']]],
    ['one argument too many', [['0', '[{},"$K1"]']]],
    ['a reference that leads nowhere', [['0', '["$F9"]']]],
    ['arguments twice', [...reply, ...reply]],
    ['a row of its own', [...reply, ['2', '{}']]],
    ['a file among its fields', [...reply, ['_1_note', file]]],
  ])('with %s is malformed', async (_, fields) => {
    expect(await readSubmission(requestOf(fields), KNOWN)).toEqual({ is: 'malformed' });
  });

  it.each(['', 'constructor', '__proto__', KNOWN.toUpperCase()])('with the action %j is of no build', async (id) => {
    expect(await readSubmission(requestOf(reply), id)).toMatchObject({ is: 'outdated' });
  });
});

describe('a body that is no form', () => {
  it.each([
    ['no body', null, 'multipart/form-data; boundary=x'],
    ['no boundary', 'a=1', 'multipart/form-data'],
    ['another boundary', '--y\r\n\r\n--y--', 'multipart/form-data; boundary=x'],
    ['cut short', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', 'multipart/form-data; boundary=x'],
    ['JSON', '{}', 'application/json'],
  ])('(%s) is malformed', async (_, body, type) => {
    const request = new Request('http://own.invalid/', { method: 'POST', body, headers: { 'content-type': type } });
    expect(await readSubmission(request, null)).toEqual({ is: 'malformed' });
  });

  it('is judged without throwing, whatever it holds', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json());
    const name = fc.oneof(
      fc.constantFrom('0', '$ACTION_REF_1', '$ACTION_1:0', '$ACTION_1:1', `$ACTION_ID_${KNOWN}`),
      text,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, text)),
        fc.option(fc.constantFrom(KNOWN, OLD, '')),
        async (fields, id) => {
          const { is } = await readSubmission(requestOf(fields), id);
          expect(['runnable', 'malformed', 'outdated']).toContain(is);
        },
      ),
      { numRuns: 300 },
    );
  });
});
