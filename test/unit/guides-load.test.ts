import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GUIDES } from '@/lib/domain/guides/registry';
import { acceptPart, markTrivial } from '@/lib/guides/accept';
import { createTextContext } from '@/lib/guides/context';
import { guideFile, messagesRoot, uiFile } from '@/lib/guides/files';
import { loadGuide } from '@/lib/guides/load';
import { countStatus, listPartStatus } from '@/lib/guides/status';
import { resolveContent, textOf } from '@/lib/guides/tree';

const ID = 'change-license-quantity';
const SOURCE = { sourceLocale: 'en-US', guides: GUIDES } as const;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'texts-'));
  cpSync(messagesRoot(), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function edit(file: string, find: string | RegExp, put: string): void {
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(find, put);
  if (edited === text) throw new Error(`${file} does not hold ${find}`);
  writeFileSync(file, edited);
}

const source = () => guideFile(root, 'en-US', ID);
const swedish = () => guideFile(root, 'sv-SE', ID);
const stepOf = (id: string) => loadGuide('sv-SE', ID, root).steps.find((step) => step.id === id);
const staleParts = () => {
  const guide = loadGuide('sv-SE', ID, root);
  return [...guide.steps, ...guide.sections].filter(({ stale }) => stale).map(({ id }) => id);
};
const plain = (lang: 'en-US' | 'sv-SE') => createTextContext({ lang, readerLocale: 'sv-SE', region: null, root });

describe('loadGuide', () => {
  it('gives the structure its text, in order', () => {
    const guide = loadGuide('sv-SE', ID, root);
    expect(guide.headings.map(({ id }) => id)).toEqual([
      'before-you-start',
      'find-app',
      'choose-quantity',
      'review',
      'confirm',
      'what-happens-next',
      'change-your-mind',
      'when-it-is-not-possible',
    ]);
    expect(guide.steps.map(({ task }) => task)).toEqual([null, ID, ID, ID]);
    expect(guide.sections.map(({ place }) => place)).toEqual(['before', 'after', 'after', 'after']);
    expect(staleParts()).toEqual([]);
  });

  it('marks exactly the step whose source changed, and carries the source of today', () => {
    edit(source(), 'what you pay today, with VAT', 'what you pay today, VAT included');
    expect(staleParts()).toEqual(['review']);
    expect(stepOf('review')?.lang).toBe('sv-SE');
    expect(textOf(resolveContent(stepOf('review')?.stale?.content ?? [], plain('en-US')))).toContain('VAT included');
  });

  it('does not mind white space', () => {
    edit(source(), 'Check what the change means', 'Check  what\nthe change means');
    expect(staleParts()).toEqual([]);
  });

  it('knows a stale title', () => {
    edit(source(), 'title: Change', 'title: Alter');
    expect(loadGuide('sv-SE', ID, root)).toMatchObject({ isLeadStale: true, lang: 'sv-SE' });
  });

  it('falls back to the source where the label of a rule-bound step changed', () => {
    edit(uiFile(root, 'en-US'), 'Review the change', 'See the price');
    expect(stepOf('choose-quantity')).toMatchObject({
      lang: 'en-US',
      title: 'Enter the new number',
      fellBack: 'rule-changed',
    });
    expect(stepOf('review')).toMatchObject({ lang: 'sv-SE' });
  });

  it('falls back for a missing step alone, and for a missing guide whole', () => {
    edit(swedish(), /{% step id="find-app" %}[\s\S]*?{% \/step %}\n/, '');
    expect(stepOf('find-app')).toMatchObject({ lang: 'en-US', fellBack: 'missing' });
    expect(stepOf('confirm')?.lang).toBe('sv-SE');
    rmSync(guideFile(root, 'sv-SE', 'manage-third-party-apps'));
    const whole = loadGuide('sv-SE', 'manage-third-party-apps', root);
    expect(whole).toMatchObject({ lang: 'en-US', isTranslated: false });
    expect(whole.sections.every(({ lang, fellBack }) => lang === 'en-US' && fellBack === 'missing')).toBe(true);
  });

  it('names file and line of a text that does not parse', () => {
    edit(swedish(), '{% label "changeLicenseQuantity.review" /%}', '{% lable /%}');
    expect(() => loadGuide('sv-SE', ID, root)).toThrow(
      /sv-SE\/guides\/change-license-quantity\.md:\d+: markup: .*lable/,
    );
  });
});

describe('staleness', () => {
  const accept = (part: string) => acceptPart('sv-SE', ID, part, { root, ...SOURCE, by: 'human', on: '2026-11-23' });
  const review = () =>
    listPartStatus('sv-SE', { root, ...SOURCE }).find(({ guideId, partId }) => guideId === ID && partId === 'review');

  it('is cleared by accepting, not by touching the translation', () => {
    edit(source(), 'with VAT', 'VAT included');
    edit(swedish(), 'med moms', 'inklusive moms');
    expect(review()?.state).toBe('stale');
    expect(accept('review').ok).toBe(true);
    expect(review()).toMatchObject({ state: 'fresh', made: 'human' });
    expect(staleParts()).toEqual([]);
    expect(readFileSync(swedish(), 'utf8')).toContain('inklusive moms');
  });

  it('is not made by an edit marked as trivial', () => {
    const before = /review: \{ from: "?([0-9a-f]{12})/.exec(readFileSync(swedish(), 'utf8'))?.[1] ?? '';
    edit(source(), 'with VAT', 'with  V.A.T.');
    expect(review()?.state).toBe('stale');
    expect(markTrivial(ID, 'review', before, { root, ...SOURCE }).ok).toBe(true);
    expect(review()?.state).toBe('fresh');
  });

  it('is counted per locale', () => {
    const total = listPartStatus('sv-SE', { root, ...SOURCE }).length;
    edit(source(), 'with VAT', 'VAT included');
    const gone = 'manage-third-party-apps';
    rmSync(guideFile(root, 'sv-SE', gone));
    const parts = listPartStatus('sv-SE', { root, ...SOURCE });
    expect(parts).toHaveLength(total);
    const counts = countStatus(parts);
    expect(counts).toMatchObject({ missing: parts.filter(({ guideId }) => guideId === gone).length, stale: 1 });
  });

  it.each([
    ['sv-SE', 'no-such-guide', 'review', 'guide_unknown'],
    ['sv-SE', ID, 'no-such-step', 'part_unknown'],
  ])('refuses to accept %s %s#%s', (locale, guideId, partId, refusal) => {
    expect(acceptPart(locale, guideId, partId, { root, ...SOURCE, by: 'human', on: '2026-11-23' })).toEqual({
      ok: false,
      refusal,
    });
  });
});
