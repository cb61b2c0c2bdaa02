import type { Node } from '@markdoc/markdoc';
import type { Fault, FaultCode } from './fault';
import { type FrontMatter, parseFrontMatter } from './front-matter';
import { parse, Tokenizer, validate } from './markdoc';
import { BUILT_IN_TAGS, CONFIG, REFUSED_NODES, TAGS, textAttribute } from './schema';

/** One section or step as written. `source` is its raw text, `line` counts from 1 in the file. */
export type ParsedPart = {
  readonly kind: 'section' | 'step';
  readonly id: string;
  readonly line: number;
  readonly title: string;
  readonly body: readonly Node[];
  readonly node: Node;
  readonly source: string;
};

export type ParsedGuide = {
  readonly file: string;
  readonly frontMatter?: FrontMatter;
  readonly parts: readonly ParsedPart[];
  readonly faults: readonly Fault[];
};

const tokenizer = new Tokenizer({ html: false });

/** Reads one guide file. A file with faults still answers with what could be read, so that all faults are told at once. */
export function parseGuide(file: string, text: string): ParsedGuide {
  const head = parseFrontMatter(file, text);
  const document = parse(tokenizer.tokenize(text), { file });
  const faults = [...head.faults];
  const report = (line: number, code: FaultCode, message: string) => faults.push({ file, line, code, message });
  for (const { lines, error } of validate(document, CONFIG)) {
    if (error.level !== 'debug') report((lines[0] ?? 0) + 1, 'markup', error.message);
  }
  for (const { node, line } of walkLines(document)) {
    const known = node.type !== 'tag' || BUILT_IN_TAGS.includes(node.tag ?? '') || (node.tag ?? '') in TAGS;
    if (!known || REFUSED_NODES.includes(node.type))
      report(line, 'markup', `'${node.tag ?? node.type}' is not used in guides`);
  }
  const parts: ParsedPart[] = [];
  for (const node of document.children) {
    const line = (node.lines[0] ?? 0) + 1;
    if (node.tag !== 'section' && node.tag !== 'step') {
      report(line, 'markup', 'every text stands inside a section or a step');
      continue;
    }
    const [heading, ...body] = node.children;
    const isTitle = heading?.type === 'heading' && heading.attributes.level === 2;
    if (!isTitle) report(line, 'heading-text', 'a section or step begins with its heading (##)');
    if (isTitle && heading.attributes.id !== undefined) {
      report(line + 1, 'heading-id', 'the heading of a section or step takes the id of its tag');
    }
    for (const { node: inner, line: at } of walkLines(node)) {
      if (inner.type !== 'heading') continue;
      if (!isPlain(inner))
        report(at, 'heading-text', 'a heading is plain text: it is also a link text and a search hit');
      if (inner !== heading && !textAttribute(inner, 'id'))
        report(at, 'heading-id', 'write the id: ### Heading {% #id %}');
    }
    parts.push({
      kind: node.tag,
      id: textAttribute(node, 'id'),
      line,
      title: isTitle ? plainText(heading) : '',
      body: isTitle ? body : node.children,
      node,
      source: text.split('\n').slice(node.lines[0], node.lines.at(-1)).join('\n'),
    });
  }
  return { file, ...(head.value ? { frontMatter: head.value } : {}), parts, faults };
}

/** Every node below and including `root` with its line in the file; Markdoc itself knows only where a paragraph begins. */
export function* walkLines(
  root: Node,
  parents: readonly Node[] = [],
): Generator<{ node: Node; line: number; parents: readonly Node[] }> {
  yield* walkFrom(root, (root.lines[0] ?? 0) + 1, parents);
}

function* walkFrom(
  node: Node,
  line: number,
  parents: readonly Node[],
): Generator<{ node: Node; line: number; parents: readonly Node[] }> {
  yield { node, line, parents };
  let passed = 0;
  for (const child of node.children) {
    const at = isInlinePart(node) ? line + passed : (child.lines[0] ?? line - 1) + 1;
    yield* walkFrom(child, at, [...parents, node]);
    passed += countBreaks(child);
  }
}

function isInlinePart(node: Node): boolean {
  return node.inline || ['inline', 'strong', 'em', 'link'].includes(node.type);
}

function countBreaks(node: Node): number {
  if (node.type === 'softbreak' || node.type === 'hardbreak') return 1;
  return node.children.reduce((sum, child) => sum + countBreaks(child), 0);
}

function isPlain(heading: Node): boolean {
  return heading.children.every((inline) => inline.children.every((child) => child.type === 'text'));
}

/** The text of a node as written, without what references will print. */
export function plainText(node: Node): string {
  if (node.type === 'text' || node.type === 'code') return textAttribute(node, 'content');
  if (node.type === 'softbreak' || node.type === 'hardbreak') return ' ';
  return node.children.map(plainText).join('');
}
