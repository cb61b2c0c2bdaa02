import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapshotOf } from '@/lib/domain/document-snapshot';
import type { Currency } from '@/lib/domain/money';
import { renderInvoiceUbl } from '@/lib/server/documents/invoice-ubl';
import { increaseLine, invoiceFacts } from '@/test/support/document-facts';
import { brokenRules } from '@/test/support/en16931';
import { elementsAt, parseXml } from '@/test/support/parse-xml';

const { snapshot } = snapshotOf(invoiceFacts);

describe('an electronic invoice', () => {
  it('keeps the rules whatever its lines, rates, names and currency', async () => {
    const line = fc.record({
      kind: fc.constantFrom('period', 'increase', 'credit'),
      toQuantity: fc.option(fc.integer({ min: 1, max: 99 })),
      netMinor: fc.bigInt(1n, 10n ** 9n),
      vatRateBp: fc.constantFrom(600, 810, 1200, 2500, 2550),
      appName: fc.string({ unit: 'binary', minLength: 1 }).map((name) => `App ${name}`),
    });
    const facts = fc.record({
      kind: fc.constantFrom('invoice', 'credit_note'),
      settlement: fc.constantFrom('card', 'invoice'),
      currency: fc.constantFrom<Currency>('SEK', 'EUR', 'HUF', 'JPY'),
      locale: fc.constantFrom('sv-SE', 'en-US', 'el-GR'),
      poNumber: fc.option(fc.string({ minLength: 1 })),
      lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(facts, async ({ lines, ...some }) => {
        const full = lines.map((one, index) => ({ ...increaseLine, ...one, id: `${index}` }));
        const made = snapshotOf({ ...invoiceFacts, ...some, lines: full }).snapshot;
        expect(brokenRules(await renderInvoiceUbl(made))).toEqual([]);
      }),
    );
  });

  it.each([
    ['BR-CO-10', { net: '154.81' }],
    ['BR-CO-14', { vat: '38.71' }],
    ['BR-CO-15', { total: '193.51' }],
    ['BR-CO-17', { vatGroups: snapshot.vatGroups.map((group) => ({ ...group, vat: '38.71' })) }],
    ['BR-S-08', { vatGroups: snapshot.vatGroups.map((group) => ({ ...group, net: '154.81' })) }],
    ['BR-S-02', { seller: { ...snapshot.seller, vatNumber: null } }],
  ])('is told to break %s when it does', async (rule, fault) => {
    expect(brokenRules(await renderInvoiceUbl({ ...snapshot, ...fault }))).toContain(rule);
  });

  it('names the credited invoice, the payment reference and the electronic addresses', async () => {
    const credits = { documentId: 'x', number: '2026-00417' };
    const lines = [increaseLine, increaseLine].map((line) => ({ ...line, kind: 'credit', credits }) as const);
    const note = parseXml(await renderInvoiceUbl(snapshotOf({ ...invoiceFacts, kind: 'credit_note', lines }).snapshot));
    const texts = (root: typeof note, path: string) => elementsAt(root, path).map(({ text }) => text);
    expect(texts(note, 'cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID')).toEqual(['2026-00417']);
    const invoice = parseXml(await renderInvoiceUbl(snapshot));
    expect(texts(invoice, 'cac:PaymentMeans/cbc:PaymentMeansCode')).toEqual(['48']);
    expect(texts(invoice, 'cac:PaymentMeans/cbc:PaymentID')).toEqual(['RF25202600418']);
    const [seller] = elementsAt(invoice, 'cac:AccountingSupplierParty/cac:Party/cbc:EndpointID');
    expect(seller).toMatchObject({ text: '5591432082', attributes: { schemeID: '0007' } });
  });

  it.each([
    ['GR', 'EL094317285', '9933', 'EL094317285'],
    ['DE', 'DE136695976', '9930', 'DE136695976'],
    ['US', null, 'EM', 'erik@nordlysbygg.example'],
    ['AU', '51824753556', 'EM', 'erik@nordlysbygg.example'],
  ])('reaches a buyer in %s with the number %s by %s', async (country, vatNumber, scheme, id) => {
    const billTo = { ...snapshot.billTo, country, vatNumber };
    const invoice = parseXml(await renderInvoiceUbl({ ...snapshot, billTo }));
    const [buyer] = elementsAt(invoice, 'cac:AccountingCustomerParty/cac:Party/cbc:EndpointID');
    expect(buyer).toMatchObject({ text: id, attributes: { schemeID: scheme } });
    expect(brokenRules(await renderInvoiceUbl({ ...snapshot, billTo }))).toEqual([]);
  });
});
