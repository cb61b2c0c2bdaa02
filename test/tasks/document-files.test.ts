import { expect, test } from 'vitest';
import { read } from '@/db/client';
import { parseSnapshot } from '@/db/document-snapshot';
import { renderInvoicePdf } from '@/lib/server/documents/invoice-pdf';
import { renderInvoiceUbl } from '@/lib/server/documents/invoice-ubl';
import { at, requireAccepted } from '@/test/support/database';
import { change, takeBack, tenLicenses, to } from '@/test/support/ten-licenses';

async function listSnapshots() {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  requireAccepted(await change(takeBack, at('2026-11-23')));
  const rows = await read((db) => db.query.documents.findMany());
  return rows.map(({ snapshot }) => parseSnapshot(snapshot));
}

const amounts = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<cbc:${name} currencyID="SEK">([0-9.]+)</cbc:${name}>`, 'g'))].map(([, amount]) =>
    Number(`${amount}`.replace('.', '')),
  );
const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);

test('a document is the same PDF every time, in Greek too', async () => {
  for (const snapshot of await listSnapshots()) {
    const greek = { ...snapshot, billTo: { ...snapshot.billTo, name: 'Κύματα Α.Ε. Ξενοδοχεία' } };
    const [once, again] = [await renderInvoicePdf(greek), await renderInvoicePdf(greek)];
    expect(Buffer.from(once).subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true);
    expect(Buffer.from(await renderInvoicePdf(snapshot)).equals(Buffer.from(once))).toBe(false);
  }
});

test('as an electronic invoice its sums are those of EN 16931, to the minor unit', async () => {
  for (const snapshot of await listSnapshots()) {
    const xml = await renderInvoiceUbl(snapshot);
    expect(await renderInvoiceUbl(snapshot)).toBe(xml);
    expect(xml).toContain(`<cbc:ID>${snapshot.number}</cbc:ID>`);
    expect(xml).toContain(snapshot.kind === 'invoice' ? '<cbc:InvoiceTypeCode>380<' : '<cbc:CreditNoteTypeCode>381<');
    const [document = 0, ...lines] = amounts(xml, 'LineExtensionAmount');
    // BR-CO-10, 13 and 15: the lines make the net, and net and VAT the total.
    expect(document).toBe(sum(lines));
    expect(amounts(xml, 'TaxExclusiveAmount')).toEqual([document]);
    const [vat = 0, ...groups] = amounts(xml, 'TaxAmount');
    expect(vat).toBe(sum(groups));
    expect(amounts(xml, 'TaxInclusiveAmount')).toEqual([document + vat]);
    expect(amounts(xml, 'PayableAmount')).toHaveLength(1);
  }
});

test('names are text in it, whatever they hold', async () => {
  const [snapshot] = await listSnapshots();
  if (!snapshot) throw new Error('nothing was issued');
  const odd = { ...snapshot, billTo: { ...snapshot.billTo, name: '<b>&"Nord" ]]> AB' } };
  const xml = await renderInvoiceUbl(odd);
  expect(xml).not.toContain('<b>');
  expect(xml).toContain('&lt;b&gt;&amp;');
  expect((await renderInvoicePdf(odd)).length).toBeGreaterThan(1000);
});
