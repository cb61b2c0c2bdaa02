import { readFileSync } from 'node:fs';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { z } from 'zod';
import { uiFile } from './files';

export type UiTree = { [key: string]: string | UiTree };

const tree: z.ZodType<UiTree> = z.lazy(() => z.record(z.string(), z.union([z.string(), tree])));

/** The messages of a locale as they lie in its file; throws where the file is missing or is not nested text. */
export function readUiTree(root: string, locale: string): UiTree {
  return tree.parse(JSON.parse(readFileSync(uiFile(root, locale), 'utf8')));
}

/** The same, flat: `changeLicenseQuantity.review` → text. */
export function flattenUi(messages: UiTree, prefix = ''): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flattenUi(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** Names of the ICU arguments of a message, sorted, tags as `<b>`; throws a SyntaxError on broken ICU. */
export function listArguments(message: string): readonly string[] {
  const found = new Set<string>();
  collect(parse(message, { ignoreTag: false }), found);
  return [...found].sort();
}

function collect(elements: readonly MessageFormatElement[], found: Set<string>): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    found.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
    if (element.type === TYPE.tag) collect(element.children, found);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) collect(option.value, found);
    }
  }
}

/**
 * The wording that prose prints for a label. A label with arguments stands on its button alone;
 * prose prints its variant, the key with `Named` behind it. Undefined where there is neither.
 */
export function findLabelText(messages: ReadonlyMap<string, string>, name: string): string | undefined {
  const text = messages.get(name);
  if (text === undefined || listArguments(text).length === 0) return text;
  return messages.get(`${name}Named`);
}
