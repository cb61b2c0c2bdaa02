import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { read } from '@/db/client';
import { parseSnapshot } from '@/db/document-snapshot';
import { listSnapshots } from '@/db/issued-documents';
import { scopeOf } from '@/lib/demo/seed/people';
import { canonicalJson } from '@/lib/domain/canonical-json';
import { renderInvoicePdf } from '@/lib/server/documents/invoice-pdf';
import { renderInvoiceUbl } from '@/lib/server/documents/invoice-ubl';
import { zipOf } from '@/lib/server/documents/period-zip';
import { at, requireAccepted } from '@/test/support/database';
import { hashesOfPdfs } from '@/test/support/pdf-processes';
import { change, maja, takeBack, tenLicenses, to } from '@/test/support/ten-licenses';

async function issueSome() {
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
  for (const snapshot of await issueSome()) {
    const greek = { ...snapshot, billTo: { ...snapshot.billTo, name: 'Κύματα Α.Ε. Ξενοδοχεία' } };
    const [once, again] = [await renderInvoicePdf(greek), await renderInvoicePdf(greek)];
    expect(Buffer.from(once).subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true);
    expect(Buffer.from(await renderInvoicePdf(snapshot)).equals(Buffer.from(once))).toBe(false);
  }
});

test('as an electronic invoice its sums are those of EN 16931, to the minor unit', async () => {
  for (const snapshot of await issueSome()) {
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
  const [snapshot] = await issueSome();
  if (!snapshot) throw new Error('nothing was issued');
  const odd = { ...snapshot, billTo: { ...snapshot.billTo, name: '<b>&"Nord" ]]> AB' } };
  const xml = await renderInvoiceUbl(odd);
  expect(xml).not.toContain('<b>');
  expect(xml).toContain('&lt;b&gt;&amp;');
  expect((await renderInvoicePdf(odd)).length).toBeGreaterThan(1000);
});

test('another process, which wrote something else before, writes the same PDF', async () => {
  const [snapshot] = await issueSome();
  if (!snapshot) throw new Error('nothing was issued');
  // The accented letter holds the plain one: which of them is met first must make no difference.
  const accented = { ...snapshot, billTo: { ...snapshot.billTo, name: 'Νίκης' } };
  const plain = { ...snapshot, billTo: { ...snapshot.billTo, name: 'Εθνικής Αντιστάσεως' } };
  const [both, alone] = await Promise.all([
    hashesOfPdfs([canonicalJson(accented), canonicalJson(plain)]),
    hashesOfPdfs([canonicalJson(plain)]),
  ]);
  expect(alone[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(both[1]).toBe(alone[0]);
  expect(both[0]).not.toBe(alone[0]);
});

test('a period holds every document of its months as both files, and nothing of another organization', async () => {
  const all = await issueSome();
  const november = { from: '2026-11', to: '2026-11' };
  const documents = await listSnapshots(maja, 'nordlys-office', november);
  expect(documents.map(({ number, kind }) => `${kind} ${number}`).sort()).toEqual(
    all.map(({ number, kind }) => `${kind} ${number}`).sort(),
  );
  const octets = async () => new Uint8Array(await new Response(zipOf(documents)).arrayBuffer());
  const zip = await octets();
  expect(Buffer.from(await octets()).equals(Buffer.from(zip))).toBe(true);
  const files = unzipSync(zip);
  expect(Object.keys(files).sort()).toEqual([
    '2026-00001.pdf',
    '2026-00001.xml',
    '2026-00002.pdf',
    '2026-00002.xml',
    'credit-note-2026-00001.pdf',
    'credit-note-2026-00001.xml',
  ]);
  for (const snapshot of documents) {
    const name = snapshot.kind === 'credit_note' ? `credit-note-${snapshot.number}` : snapshot.number;
    expect(new TextDecoder().decode(files[`${name}.xml`])).toBe(await renderInvoiceUbl(snapshot));
    expect(Buffer.from(files[`${name}.pdf`] ?? []).equals(Buffer.from(await renderInvoicePdf(snapshot)))).toBe(true);
  }
  expect(await listSnapshots(maja, 'nordlys-office', { from: '2026-10', to: '2026-10' })).toEqual([]);
  expect(await listSnapshots(scopeOf('maria-vlachou'), 'nordlys-office', november)).toEqual([]);
});

test('a reader who turns away in the middle of a period ends its writing', async () => {
  const reader = zipOf(await issueSome()).getReader();
  expect((await reader.read()).done).toBe(false);
  await reader.cancel();
  expect((await reader.read()).done).toBe(true);
});
