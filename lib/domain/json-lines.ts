export type JsonPath = readonly PropertyKey[];

/** JSON as it was read, with the line (from 1) on which the value at a path begins; of a path that is not there, its parent's. */
export type LinedJson = { readonly value: unknown; readonly lineOf: (path: JsonPath) => number };

/** Where a text stops being JSON; `name_twice`: an object has two values of one name, of which one would be lost. */
export type JsonFault = { readonly line: number; readonly code: 'not_json' | 'name_twice' };

const NOTHING = Symbol('no value');
const SIMPLE = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const TEXT = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\r\n]*/y;

/** Reads JSON and remembers on which line everything stands, which `JSON.parse` does not tell. */
export function readLinedJson(text: string): LinedJson | JsonFault {
  const lines = new Map<string, number>();
  const keyOf = (path: JsonPath) => JSON.stringify(path);
  let at = 0;
  let fault: JsonFault | undefined;

  let counted = 0;
  let line = 1;
  const lineHere = () => {
    for (; counted < at; counted += 1) if (text[counted] === '\n') line += 1;
    return line;
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const sign = (wanted: string): boolean => {
    take(SPACE);
    if (text[at] !== wanted) return false;
    at += 1;
    return true;
  };
  const fail = (code: JsonFault['code'] = 'not_json') => {
    fault ??= { line: lineHere(), code };
    return NOTHING;
  };

  /** The items up to the closing sign, each read by `item`; false where the text is not what it should be. */
  const items = (close: string, item: (index: number) => boolean): boolean => {
    if (sign(close)) return true;
    for (let index = 0; item(index); index += 1) {
      if (sign(close)) return true;
      if (!sign(',')) return false;
    }
    return false;
  };

  const value = (path: JsonPath): unknown => {
    take(SPACE);
    lines.set(keyOf(path), lineHere());
    if (sign('[')) {
      const list: unknown[] = [];
      const isWhole = items(']', (index) => list.push(value([...path, index])) > 0 && fault === undefined);
      return isWhole ? list : fail();
    }
    if (sign('{')) {
      const entries = new Map<string, unknown>();
      const isWhole = items('}', () => entry(path, entries));
      return isWhole ? Object.fromEntries(entries) : fail();
    }
    const simple = take(TEXT) ?? take(SIMPLE);
    return simple === undefined ? fail() : JSON.parse(simple);
  };

  const entry = (path: JsonPath, entries: Map<string, unknown>): boolean => {
    take(SPACE);
    const quoted = take(TEXT);
    if (quoted === undefined) return false;
    const name: string = JSON.parse(quoted);
    if (entries.has(name)) fail('name_twice');
    if (!sign(':')) return false;
    entries.set(name, value([...path, name]));
    return fault === undefined;
  };

  const read = value([]);
  take(SPACE);
  if (at < text.length) fail();
  const lineOf = (path: JsonPath): number =>
    lines.get(keyOf(path)) ?? (path.length > 0 ? lineOf(path.slice(0, -1)) : 1);
  return fault ?? { value: read, lineOf };
}
