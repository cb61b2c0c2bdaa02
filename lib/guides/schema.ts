import type { Config, Node, Schema, Tag as TagNode } from '@markdoc/markdoc';
import { Tag } from './markdoc';

export const CALLOUT_KINDS = ['note', 'tip', 'important', 'caution', 'warning'] as const;
export type CalloutKind = (typeof CALLOUT_KINDS)[number];

/** Form of a link to a guide: `guide:<guide id>`, with `#<anchor>` where it opens at a section or step. */
const GUIDE_LINK = /^guide:([a-z0-9-]*)(?:#([a-z0-9-]+))?$/;

export function findGuideLink(href: string): { guide: string; anchor?: string } | undefined {
  const [, guide, anchor] = GUIDE_LINK.exec(href) ?? [];
  if (guide === undefined) return undefined;
  return anchor === undefined ? { guide } : { guide, anchor };
}

/** Reads the attribute of a tag as text; the schema has already refused anything else. */
export function textAttribute(node: Node | TagNode, name: string): string {
  const value: unknown = node.attributes[name];
  return typeof value === 'string' ? value : '';
}

export function listRegions(node: Node | TagNode): readonly string[] {
  const value: unknown = node.attributes.region;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((name) => typeof name === 'string');
}

const id = { type: String, required: true, matches: /^[a-z]+(-[a-z]+)*$/ };
const part: Schema = { inline: false, attributes: { id } };

function reference(render: string): Schema {
  return {
    selfClosing: true,
    attributes: {
      primary: { type: String, required: true },
      ...(render === 'Term' ? { form: { type: String }, capital: { type: Boolean } } : {}),
    },
    transform: (node) =>
      new Tag(render, {
        name: textAttribute(node, 'primary'),
        form: textAttribute(node, 'form') || undefined,
        capital: node.attributes.capital === true,
      }),
  };
}

/** The only tags a guide may use. References are resolved when rendered, so one tree serves every reader. */
export const TAGS: Record<string, Schema> = {
  section: part,
  step: part,
  label: reference('Label'),
  value: reference('Value'),
  term: reference('Term'),
  example: { inline: true, render: 'Example' },
  callout: {
    inline: false,
    render: 'Callout',
    attributes: { kind: { type: String, required: true, matches: [...CALLOUT_KINDS] } },
  },
  only: { render: 'Only', attributes: { region: { type: [String, Array], required: true } } },
};

export const BUILT_IN_TAGS: readonly string[] = ['table'];

export const REFUSED_NODES: readonly string[] = ['image', 'fence', 'hr', 'blockquote', 'comment', 's'];

export const CONFIG: Config = {
  tags: TAGS,
  nodes: {
    heading: {
      children: ['inline'],
      attributes: { id: { type: String }, level: { type: Number, required: true } },
      transform: (node, config) =>
        new Tag(`h${node.attributes.level}`, { id: textAttribute(node, 'id') }, node.transformChildren(config)),
    },
    link: {
      children: ['strong', 'em', 'code', 'text', 'tag'],
      attributes: { href: { type: String, required: true }, title: { type: String } },
      transform(node, config) {
        const href = textAttribute(node, 'href');
        const target = findGuideLink(href);
        const children = node.transformChildren(config);
        return target ? new Tag('GuideLink', target, children) : new Tag('a', { href }, children);
      },
    },
    table: { render: 'Table' },
    th: {
      attributes: { align: { type: String } },
      transform: (node, config) => new Tag('th', { scope: 'col' }, node.transformChildren(config)),
    },
  },
};
