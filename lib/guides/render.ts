import type { RenderableTreeNode } from '@markdoc/markdoc';
import { renderers, Tag } from './markdoc';
import { CALLOUT_KINDS, type CalloutKind, textAttribute } from './schema';
import { resolveContent, type TextContext } from './tree';

type Nodes = readonly RenderableTreeNode[];

/** What the page draws itself, of HTML elements. Anything else in a guide is an HTML element already. */
export type GuideMarkup = {
  readonly Callout: (callout: { kind: CalloutKind; title: string }, children: Nodes) => RenderableTreeNode;
  readonly GuideLink: (target: { guide: string; anchor: string | undefined }, children: Nodes) => RenderableTreeNode;
  /** `readerText` is the label in the reader's language where the text around it is in another one. */
  readonly Label: (label: { text: string; readerText: string | undefined }) => RenderableTreeNode;
  /** `label` says for whom the block is, when the reader's own country is not known. */
  readonly Only: (block: { label: string | undefined }, children: Nodes) => RenderableTreeNode;
  readonly Table: (children: Nodes) => RenderableTreeNode;
};

export type RenderContext = TextContext & { readonly markup: GuideMarkup };

/**
 * The content of one section or step as HTML, so that the page can put a form between or inside them. Text and
 * attributes are escaped; elements are those of the schema and of `markup`.
 */
export function renderContent(content: Nodes, context: RenderContext): string {
  return renderers.html(resolveContent(content, context).flatMap((node) => toElements(node, context.markup)));
}

function toElements(node: RenderableTreeNode, markup: GuideMarkup): RenderableTreeNode[] {
  if (!Tag.isTag(node)) return [node];
  const children = node.children.flatMap((child) => toElements(child, markup));
  const text = (name: string) => textAttribute(node, name);
  switch (node.name) {
    case 'Callout': {
      const kind = CALLOUT_KINDS.find((known) => known === text('kind')) ?? 'note';
      return [markup.Callout({ kind, title: text('title') }, children)];
    }
    case 'GuideLink':
      return [markup.GuideLink({ guide: text('guide'), anchor: text('anchor') || undefined }, children)];
    case 'Label':
      return [markup.Label({ text: text('text'), readerText: text('readerText') || undefined })];
    case 'Only':
      return [markup.Only({ label: text('label') || undefined }, children)];
    case 'Table':
      return [markup.Table(children)];
    case 'Example':
      return children;
    default:
      return [new Tag(node.name, node.attributes, children)];
  }
}
