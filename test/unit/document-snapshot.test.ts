import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSnapshot } from '@/db/document-snapshot';
import { canonicalJson } from '@/lib/domain/canonical-json';
import { snapshotOf } from '@/lib/domain/document-snapshot';
import { fromDecimalString } from '@/lib/domain/money';
import { vatOf } from '@/lib/domain/vat';
import { increaseLine, invoiceFacts } from '@/test/support/document-facts';

describe('a document written out', () => {
  it('has exact decimal amounts, the days served and the last day to pay', () => {
    const { snapshot, amounts } = snapshotOf(invoiceFacts);
    expect(amounts).toEqual({ netMinor: 15480n, vatMinor: 3870n, totalMinor: 19350n });
    expect(snapshot).toMatchObject({
      terms: { settlement: 'card', dueOn: '2026-11-22' },
      period: { from: '2026-11-22', through: '2026-11-30' },
      vatGroups: [{ category: 'S', rateBp: 2500, net: '154.80', vat: '38.70' }],
      net: '154.80',
      vat: '38.70',
      total: '193.50',
    });
    expect(snapshot.lines).toMatchObject([
      { servedThrough: '2026-11-30', days: 9, ofDays: 30, quantity: 1, unit: '154.80', net: '154.80' },
    ]);
  });

  it('gives an invoiced profile thirty days, and a credit note none', () => {
    const invoiced = snapshotOf({ ...invoiceFacts, settlement: 'invoice' }).snapshot;
    expect(invoiced.terms).toEqual({ settlement: 'invoice', dueOn: '2026-12-22' });
    expect(snapshotOf({ ...invoiceFacts, kind: 'credit_note' }).snapshot.terms).toBeNull();
  });

  it('spans from the first day served to the last', () => {
    const early = { ...increaseLine, servedFrom: '2026-10-05', servedUntil: '2026-11-05' };
    const { period } = snapshotOf({ ...invoiceFacts, lines: [increaseLine, early] }).snapshot;
    expect(period).toEqual({ from: '2026-10-05', through: '2026-11-30' });
  });

  it('is refused without a line', () => {
    expect(() => snapshotOf({ ...invoiceFacts, lines: [] })).toThrow(RangeError);
  });

  it('sums its lines exactly, and takes VAT once per group', () => {
    const lines = fc.array(
      fc.record({ netMinor: fc.bigInt(1n, 10n ** 9n), vatRateBp: fc.constantFrom(0, 600, 1200, 2500, 2550) }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, (some) => {
        const facts = { ...invoiceFacts, lines: some.map((line) => ({ ...increaseLine, ...line })) };
        const { snapshot, amounts } = snapshotOf(facts);
        const minor = (text: string) => fromDecimalString(text, 'SEK');
        const sum = (texts: readonly string[]) => texts.reduce((all, text) => all + minor(text), 0n);
        expect(sum(snapshot.lines.map(({ net }) => net))).toBe(minor(snapshot.net));
        expect(sum(snapshot.vatGroups.map(({ net }) => net))).toBe(minor(snapshot.net));
        expect(sum(snapshot.vatGroups.map(({ vat }) => vat))).toBe(minor(snapshot.vat));
        expect(minor(snapshot.net) + minor(snapshot.vat)).toBe(minor(snapshot.total));
        expect(minor(snapshot.total)).toBe(amounts.totalMinor);
        expect(new Set(snapshot.vatGroups.map(({ rateBp }) => rateBp)).size).toBe(snapshot.vatGroups.length);
        for (const { rateBp, net, vat } of snapshot.vatGroups) expect(minor(vat)).toBe(vatOf(minor(net), rateBp));
      }),
    );
  });

  it('is read back from its canonical text as it was', () => {
    const { snapshot } = snapshotOf(invoiceFacts);
    expect(parseSnapshot(canonicalJson(snapshot))).toEqual(snapshot);
  });
});

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: { d: [2, { z: null, y: 'x' }], c: true } }, '{"a":{"c":true,"d":[2,{"y":"x","z":null}]},"b":1}'],
    [[], '[]'],
    ['å', '"å"'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('is the same whatever order the keys came in, and keeps everything', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (given) => {
        const turned = Object.fromEntries(Object.entries(given).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(given));
        expect(JSON.parse(canonicalJson(given))).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });
});
