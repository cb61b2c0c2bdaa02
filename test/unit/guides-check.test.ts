import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GUIDES } from '@/lib/domain/guides/registry';
import { checkTexts } from '@/lib/guides/check';
import { FAULT_CODES, type FaultCode } from '@/lib/guides/fault';
import { messagesRoot } from '@/lib/guides/files';
import { listValueNames } from '@/lib/guides/values';
import { LOCALES, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { PLANTED_FAULTS } from '@/test/support/planted-faults';
import { GUIDE_FILE, type PlantedTree, plantTree, SOURCE_FILE } from '@/test/support/planted-guides';

let tree: PlantedTree;
beforeEach(() => {
  tree = plantTree();
});
afterEach(() => tree.remove());

const NEXT = /{% section id="what-happens-next" %}[\s\S]*?{% \/section %}\n/;
const START = /{% section id="before-you-start" %}[\s\S]*?{% \/section %}\n\n/;

describe('checkTexts', () => {
  it('finds nothing in a faultless tree', () => {
    expect(tree.check()).toEqual([]);
  });

  it('finds nothing in the texts of this site', () => {
    const options = { root: messagesRoot(), locales: LOCALES, sourceLocale: SOURCE_LOCALE, guides: GUIDES };
    expect(checkTexts({ ...options, valueNames: listValueNames() })).toEqual([]);
  });

  it.each(PLANTED_FAULTS)(
    'names file and line of $name',
    ({ code, file = GUIDE_FILE, find, put, offset = 0, line }) => {
      const at = tree.plant(file, find, put);
      const expected = { file: `messages/${file}`, line: line ?? at + offset, code };
      expect(tree.check().map((fault) => ({ file: fault.file, line: fault.line, code: fault.code }))).toContainEqual(
        expected,
      );
    },
  );

  it('finds a missing section', () => {
    tree.write(GUIDE_FILE, tree.read(GUIDE_FILE).replace(NEXT, ''));
    expect(tree.check()).toEqual([
      expect.objectContaining({
        code: 'part-missing',
        line: 17,
        message: 'what-happens-next is missing after fill-can',
      }),
    ]);
  });

  it('allows a missing section where the file says that it is partial', () => {
    tree.write(
      GUIDE_FILE,
      tree.read(GUIDE_FILE).replace(NEXT, '').replace('provenance:', 'partial: true\nprovenance:'),
    );
    expect(tree.check()).toEqual([]);
  });

  it('finds a reordered section', () => {
    const text = tree.read(GUIDE_FILE);
    const start = START.exec(text)?.[0] ?? '';
    tree.write(GUIDE_FILE, `${text.replace(START, '')}\n${start}`);
    expect(tree.check()).toEqual([
      expect.objectContaining({ code: 'part-order', file: `messages/${GUIDE_FILE}`, line: 10 }),
    ]);
  });

  it('finds a file of a guide that is not in the registry', () => {
    tree.write('sv-SE/guides/feed-cat.md', tree.read(GUIDE_FILE));
    expect(tree.check()).toEqual([
      expect.objectContaining({ code: 'guide-unknown', file: 'messages/sv-SE/guides/feed-cat.md', line: 1 }),
    ]);
  });

  it('finds a guide without a source', () => {
    tree.write('en-US/guides/feed-cat.md', tree.read(SOURCE_FILE));
    const faults = checkTexts({
      root: tree.root,
      locales: ['en-US'],
      sourceLocale: 'en-US',
      guides: [{ id: 'walk-dog', kind: 'reference', before: [], steps: [], after: [] }],
      valueNames: [],
    });
    expect(faults).toContainEqual(
      expect.objectContaining({ code: 'source-missing', file: 'messages/en-US/guides/walk-dog.md' }),
    );
  });

  it('plants every fault there is a code for', () => {
    const elsewhere: readonly FaultCode[] = ['part-missing', 'part-order', 'guide-unknown', 'source-missing'];
    expect([...new Set([...PLANTED_FAULTS.map(({ code }) => code), ...elsewhere])].sort()).toEqual([...FAULT_CODES]);
  });
});
