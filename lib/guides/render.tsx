import type { RenderableTreeNode } from '@markdoc/markdoc';
import { type ComponentType, createElement, Fragment, type ReactNode } from 'react';
import { renderers } from './markdoc';
import type { CalloutKind } from './schema';
import { resolveContent, type TextContext } from './tree';

type Children = { readonly children?: ReactNode };

/** What the page draws itself. Anything else in a guide is a plain HTML element. */
export type GuideComponents = {
  readonly Callout: ComponentType<Children & { kind: CalloutKind; title: string }>;
  readonly GuideLink: ComponentType<Children & { guide: string; anchor?: string }>;
  /** `readerText` is the label in the reader's language where the text around it is in another one. */
  readonly Label: ComponentType<{ text: string; readerText: string | null }>;
  /** `label` says for whom the block is, when the reader's own country is not known. */
  readonly Only: ComponentType<Children & { label: string | null }>;
  readonly Table?: ComponentType<Children>;
};

export type RenderContext = TextContext & { readonly components: GuideComponents };

const Table = ({ children }: Children) => <table>{children}</table>;
const Example = ({ children }: Children) => children;

/** Draws the content of one section or step, so that the page can put a form between or inside them. */
export function renderContent(content: readonly RenderableTreeNode[], context: RenderContext): ReactNode {
  const components = { Table, Example, ...context.components };
  return renderers.react(resolveContent(content, context), { createElement, Fragment }, { components });
}
