/** An element of an XML document: its text is that of all it holds. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
};

const TOKEN = /<\?[^>]*\?>|<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*>|([^<]+)/gy;

/** Reads a document of elements, attributes and text, and throws where it is not well-formed. */
export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let read = 0;
  for (const [token, slash, name, attributes, text] of xml.matchAll(TOKEN)) {
    read += token.length;
    const within = open.at(-1);
    if (!within) throw new Error('More is closed than was opened');
    if (text !== undefined) within.text += textOf(text);
    else if (slash) {
      if (within.name !== name) throw new Error(`${name} closes ${within.name}`);
      open.pop();
    } else if (name) {
      const element = { name, attributes: attributesOf(attributes ?? ''), children: [], text: '' };
      within.children.push(element);
      open.push(element);
    }
  }
  const [document, second] = root.children;
  if (read !== xml.length || open.length !== 1 || !document || second) throw new Error('Not one whole document');
  return document;
}

/** Every element at a path of names below the given one. */
export function elementsAt(element: Element, path: string): Element[] {
  return path
    .split('/')
    .reduce<Element[]>(
      (found, name) => found.flatMap(({ children }) => children.filter((c) => c.name === name)),
      [element],
    );
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, textOf(value)]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function textOf(text: string): string {
  return text.replace(/&(\w+);/g, (_, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined) throw new Error(`No entity ${name}`);
    return character;
  });
}
