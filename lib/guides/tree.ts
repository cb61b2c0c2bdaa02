import type { RenderableTreeNode } from '@markdoc/markdoc';
import { Tag } from './markdoc';
import type { CalloutKind } from './schema';
import { CALLOUT_KINDS, listRegions, textAttribute } from './schema';

/** The country of the reader's organization (ISO 3166) and the groups it belongs to. */
export type ReaderRegion = { readonly country: string; readonly groups: readonly string[] };

/** What a text needs to be told to one reader. `readerLabels` is given where the text is not in the reader's language. */
export type TextContext = {
  /** The language of the text. */
  readonly lang: string;
  readonly labels: (name: string) => string;
  readonly readerLabels?: (name: string) => string;
  readonly values: (name: string) => string;
  readonly terms: (name: string, form?: string) => string;
  readonly callouts: (kind: CalloutKind) => string;
  readonly onlyFor: (regions: readonly string[]) => string;
  readonly region: ReaderRegion | null;
};

/** Fills in what references print, and keeps of the regional blocks those for this reader; signed out, all with a label. */
export function resolveContent(content: readonly RenderableTreeNode[], context: TextContext): RenderableTreeNode[] {
  return content.flatMap((node) => resolveNode(node, context));
}

function resolveNode(node: RenderableTreeNode, context: TextContext): RenderableTreeNode[] {
  if (!Tag.isTag(node)) return [node];
  const name = textAttribute(node, 'name');
  if (node.name === 'Value') return [context.values(name)];
  if (node.name === 'Term') {
    const word = context.terms(name, textAttribute(node, 'form') || undefined);
    return [node.attributes.capital === true ? word.charAt(0).toLocaleUpperCase(context.lang) + word.slice(1) : word];
  }
  if (node.name === 'Label') {
    return [new Tag('Label', { text: context.labels(name), readerText: context.readerLabels?.(name) ?? null })];
  }
  const children = () => resolveContent(node.children, context);
  if (node.name === 'Callout') {
    const kind = CALLOUT_KINDS.find((known) => known === node.attributes.kind) ?? 'note';
    return [new Tag('Callout', { kind, title: context.callouts(kind) }, children())];
  }
  if (node.name === 'Only') {
    const regions = listRegions(node);
    if (context.region === null) return [new Tag('Only', { label: context.onlyFor(regions) }, children())];
    const { country, groups } = context.region;
    const applies = regions.some((region) => region === country || groups.includes(region));
    return applies ? [new Tag('Only', { label: null }, children())] : [];
  }
  return [new Tag(node.name, node.attributes, children())];
}

const BLOCKS = new Set(['p', 'li', 'h3', 'h4', 'Callout', 'Only']);

/** The text of resolved content, each paragraph, item and table row on its own line, for search and descriptions. */
export function textOf(content: readonly RenderableTreeNode[]): string {
  const lines = content.map(textOfNode).join('').split('\n');
  return lines
    .map((line) => line.replace(/[^\S\u00a0]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function textOfNode(node: RenderableTreeNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (!Tag.isTag(node)) return '';
  if (node.name === 'Label') return textAttribute(node, 'text');
  if (node.name === 'tr') return `${node.children.map((cell) => textOfNode(cell).trim()).join(' · ')}\n`;
  const inner = node.children.map(textOfNode).join('');
  return BLOCKS.has(node.name) ? `${inner}\n` : inner;
}
