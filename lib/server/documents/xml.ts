/**
 * An element's content: text, or elements by name in their order, a list where a name repeats. 'name@attribute' gives
 * the element of that name an attribute; undefined leaves an element out.
 */
export type XmlContent = string | { readonly [name: string]: XmlContent | readonly XmlContent[] | undefined };

/** An XML document in UTF-8 with one root element, indented, ending in a line break. */
export function writeXml(root: string, attributes: Readonly<Record<string, string>>, content: XmlContent): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementOf(root, attributes, content, '')}`;
}

function elementOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: XmlContent,
  indent: string,
): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const start = `${indent}<${name}${given.join('')}>`;
  if (typeof content === 'string') return `${start}${escapeXml(content)}</${name}>\n`;
  return `${start}\n${childrenOf(content, `${indent}  `)}${indent}</${name}>\n`;
}

function childrenOf(content: Exclude<XmlContent, string>, indent: string): string {
  return Object.entries(content)
    .filter(([name]) => !name.includes('@'))
    .map(([name, child]) => {
      const attributes = Object.fromEntries(
        Object.entries(content).flatMap(([key, value]) =>
          key.startsWith(`${name}@`) && typeof value === 'string' ? [[key.slice(name.length + 1), value]] : [],
        ),
      );
      const each = child === undefined ? [] : [child].flat();
      return each.map((one) => elementOf(name, attributes, one, indent)).join('');
    })
    .join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Without the characters that XML cannot hold at all. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
