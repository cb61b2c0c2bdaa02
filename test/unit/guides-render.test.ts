import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RenderableTreeNode } from '@markdoc/markdoc';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTextContext } from '@/lib/guides/context';
import { guideFile, messagesRoot } from '@/lib/guides/files';
import { loadGuide } from '@/lib/guides/load';
import { Tag } from '@/lib/guides/markdoc';
import { type GuideMarkup, renderContent } from '@/lib/guides/render';

const ID = 'change-license-quantity';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'texts-'));
  cpSync(messagesRoot(), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const stepOf = (id: string) => loadGuide('sv-SE', ID, root).steps.find((step) => step.id === id);

describe('renderContent', () => {
  const box = (
    name: string,
    attributes: Record<string, string | undefined>,
    children: readonly RenderableTreeNode[],
  ) => {
    const told = Object.entries(attributes).filter(([, value]) => value !== undefined);
    return new Tag('x-box', { name, ...Object.fromEntries(told) }, [...children]);
  };
  const markup: GuideMarkup = {
    Callout: (callout, children) => box('callout', callout, children),
    GuideLink: (target, children) => box('link', target, children),
    Label: ({ text, readerText }) => new Tag('b', {}, [readerText ? `${text} (${readerText})` : text]),
    Only: ({ label }, children) => new Tag('div', label ? { 'data-for': label } : {}, [...children]),
    Table: (children) => new Tag('table', {}, [...children]),
  };
  const html = (
    lang: 'en-US' | 'sv-SE',
    part: { content: Parameters<typeof renderContent>[0] } | undefined,
    region: { country: string; groups: string[] } | null = null,
  ) =>
    renderContent(part?.content ?? [], {
      ...createTextContext({ lang, readerLocale: 'sv-SE', region, root }),
      markup,
    });

  it('prints the label that the button carries, the variant for prose where it takes a number', () => {
    expect(html('sv-SE', stepOf('choose-quantity'))).toContain('<b>Granska ändringen</b>');
    expect(html('sv-SE', stepOf('confirm'))).toContain('<b>Ändra till n licenser</b>');
  });

  it('adds the label in the reader’s language to a foreign one', () => {
    const english = loadGuide('en-US', ID, root).steps.find(({ id }) => id === 'choose-quantity');
    expect(html('en-US', english)).toContain('<b>Review the change (Granska ändringen)</b>');
  });

  it('prints values of the domain with their unit in the language, never parted by a line break', () => {
    const part = (locale: 'en-US' | 'sv-SE') =>
      loadGuide(locale, ID, root).sections.find(({ id }) => id === 'change-your-mind');
    expect(html('sv-SE', part('sv-SE'))).toContain('7\u00a0dagar');
    expect(html('en-US', part('en-US'))).toContain('7\u00a0days');
  });

  it('names the countries where apps are sold in the language, sorted by its rules', () => {
    const part = loadGuide('sv-SE', 'manage-third-party-apps', root).sections.find(
      ({ id }) => id === 'where-apps-are-sold',
    );
    expect(html('sv-SE', part)).toContain('Argentina, Australien, Chile, Frankrike');
    expect(html('sv-SE', part)).toContain('USA och Västeuropa');
  });

  it('heads table columns and links guides by id', () => {
    const part = loadGuide('sv-SE', 'manage-third-party-apps', root).sections.find(
      ({ id }) => id === 'where-to-do-what',
    );
    expect(html('sv-SE', part)).toContain('<th scope="col">Det här vill du göra</th>');
    expect(html('sv-SE', part)).toMatch(
      /<x-box name="link" guide="change-license-quantity">ändra antal licenser<\/x-box>/,
    );
  });

  it('shows a regional block to whom it concerns, and with a label to a reader whose country is not known', () => {
    const file = guideFile(root, 'sv-SE', ID);
    const block = '{% only region="westernEurope" %}\nBara här.\n{% /only %}\n\n';
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('## Hitta appen\n\n', (heading) => heading + block),
    );
    const step = stepOf('find-app');
    expect(html('sv-SE', step, { country: 'SE', groups: ['westernEurope'] })).toContain('<div><p>Bara här.</p></div>');
    expect(html('sv-SE', step, { country: 'US', groups: [] })).not.toContain('Bara här');
    expect(html('sv-SE', step)).toContain(
      '<div data-for="Gäller bara organisationer i Västeuropa"><p>Bara här.</p></div>',
    );
  });

  it('writes text and attributes so that none of them is taken for markup', () => {
    const text = `<b>&"'`;
    const content = [new Tag('p', {}, [text, new Tag('a', { href: `/?a="><script>` }, [text])])];
    const [, inner = ''] = /^<p>(.*)<\/p>$/.exec(html('sv-SE', { content })) ?? [];
    expect(inner).not.toMatch(/<(?!\/?a\b)/);
    expect(inner).toContain('href="/?a=&quot;&gt;&lt;script&gt;"');
  });
});
