import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { read, write } from '@/db/client';
import { parseSnapshot } from '@/db/document-snapshot';
import { saveDocument } from '@/db/documents';
import { sha256 } from '@/db/ids';
import { findInvoice, listDocuments, listWaitingLines } from '@/db/invoices';
import { replacePaymentMethod } from '@/db/organizations';
import { billingProfiles, documents } from '@/db/schema';
import { decliningCard } from '@/lib/demo/seed/billing-profiles';
import { scopeOf } from '@/lib/demo/seed/people';
import { canonicalJson } from '@/lib/domain/canonical-json';
import { amountDueOf } from '@/lib/domain/invoices';
import { at, everything, job, newDemoDatabase, requireAccepted, startUsing } from '@/test/support/database';
import { change, maja, takeBack, tenLicenses, to } from '@/test/support/ten-licenses';

const office = 'nordlys-office';

async function listFrozen() {
  const rows = await read((db) => db.query.documents.findMany({ orderBy: [documents.issuedAt, documents.number] }));
  return rows.map((row) => ({ ...row, says: parseSnapshot(row.snapshot) }));
}

test('an invoice says who sells, who pays, what and until when, from the day it was issued', async () => {
  await tenLicenses();
  const [invoice] = await listFrozen();
  expect(invoice).toMatchObject({ kind: 'invoice', number: '2026-00001', dueOn: '2026-11-01', currency: 'SEK' });
  expect(invoice?.says).toMatchObject({
    number: '2026-00001',
    locale: 'sv-SE',
    seller: { name: 'Torgvind Handel AB', country: 'SE', vatNumber: 'SE556817324801' },
    soldTo: { name: 'Nordlys Bygg AB', country: 'SE' },
    billTo: { name: 'Nordlys Bygg AB', addressLine1: 'Hantverkargatan 18', vatNumber: 'SE559143208201' },
    profile: { id: office, name: 'Kontoret' },
    terms: { settlement: 'card', dueOn: '2026-11-01' },
    lines: [{ appName: 'Tallyworks Pro', publisher: { name: 'Tallyworks Ltd' }, quantity: 10, unit: '129.00' }],
    total: '1612.50',
  });
});

test('its hash is that of its canonical text, and its columns say what the text says', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  requireAccepted(await change(takeBack, at('2026-11-23')));
  const frozen = await listFrozen();
  expect(frozen).toHaveLength(3);
  for (const { snapshot, snapshotHash, says, ...columns } of frozen) {
    expect(sha256(snapshot)).toBe(snapshotHash);
    expect(canonicalJson(says)).toBe(snapshot);
    expect(columns).toMatchObject({ kind: says.kind, number: says.number, issuedOn: says.issuedOn });
    expect(columns.totalMinor).toBe(BigInt(says.total.replace('.', '')));
  }
});

test('a later change of the profile or of the seller leaves what was issued as it was', async () => {
  await tenLicenses();
  const before = await listFrozen();
  const moved = { addressLine1: 'Nya gatan 1', vatNumber: null, name: 'Annat namn', documentLocale: 'en-US' };
  await write((tx) => tx.update(billingProfiles).set(moved).where(eq(billingProfiles.id, office)));
  expect(await listFrozen()).toEqual(before);
  requireAccepted(await change(to(14)));
  const [first, second] = await listFrozen();
  expect(first).toEqual(before[0]);
  expect(second?.says).toMatchObject({
    locale: 'en-US',
    billTo: { addressLine1: 'Nya gatan 1', vatNumber: null },
    profile: { name: 'Annat namn' },
  });
});

test.each([
  ['changed', sql`update documents set snapshot = '{}'`],
  ['given another total', sql`update documents set net_minor = net_minor + 1, total_minor = total_minor + 1`],
  ['deleted', sql`delete from documents`],
  ['replaced', sql`insert or replace into documents select * from documents`],
])('an issued document cannot be %s', async (_, statement) => {
  await tenLicenses();
  await expect(write((tx) => tx.run(statement))).rejects.toMatchObject({
    code: 'SQLITE_CONSTRAINT',
    message: expect.stringContaining('never changed'),
  });
});

test('a line is issued once: a second document for it is refused whole, and its number is not lost', async () => {
  await newDemoDatabase();
  await startUsing({ id: 'a', by: 'johan-ekstrom', billingProfileId: 'nordlys-projects', on: '2026-11-01' });
  const [line] = await listWaitingLines(scopeOf('johan-ekstrom'), 'nordlys-projects');
  if (!line) throw new Error('nothing waits');
  const draft = {
    kind: 'invoice',
    billingProfileId: 'nordlys-projects',
    issuedOn: '2026-11-30',
    issuedAt: at('2026-11-30'),
    chargeId: null,
    lineIds: [line.id],
  } as const;
  expect(requireAccepted(await write((tx) => saveDocument(tx, draft))).number).toBe('2026-00001');
  const issued = await everything();
  await expect(write((tx) => saveDocument(tx, draft))).rejects.toThrow('on another document');
  await expect(write((tx) => saveDocument(tx, { ...draft, billingProfileId: office }))).rejects.toThrow();
  await expect(write((tx) => saveDocument(tx, { ...draft, lineIds: [] }))).rejects.toThrow('at least one line');
  expect(await everything()).toEqual(issued);
  expect((await listFrozen())[0]).toMatchObject({ dueOn: '2026-12-30', says: { poNumber: '45000-1182' } });
});

test('numbers have no gaps, by kind and year, however many are issued at once', async () => {
  await newDemoDatabase();
  const ids = ['a', 'b', 'c', 'd', 'e'];
  await Promise.all(ids.map((id) => startUsing({ id, on: '2026-12-31' })));
  await startUsing({ id: 'f', on: '2027-01-02' });
  const numbers = (await listFrozen()).map(({ number }) => number).sort();
  expect(numbers).toEqual(['2026-00001', '2026-00002', '2026-00003', '2026-00004', '2026-00005', '2027-00001']);
});

test('an increase is paid by its charge; taken back, its invoice is credited by a note that names it', async () => {
  await tenLicenses();
  requireAccepted(await change(to(14)));
  requireAccepted(await change(takeBack, at('2026-11-23')));
  const listed = await listDocuments(maja, [office]);
  const [note, increase, period] = listed;
  expect(note).toMatchObject({ kind: 'credit_note', number: '2026-00001', totalMinor: 17200n, dueOn: null });
  expect(increase).toMatchObject({ totalMinor: 19350n, paidMinor: 19350n, creditedMinor: 17200n });
  expect(period).toMatchObject({ totalMinor: 161250n, paidMinor: 161250n, creditedMinor: 0n });
  expect(listed.filter(({ kind }) => kind === 'invoice').map(amountDueOf)).toEqual([0n, 0n]);
  const invoice = await findInvoice(maja, increase?.id ?? '');
  expect(invoice?.credits).toMatchObject([{ noteId: note?.id, number: '2026-00001', amountMinor: 17200n }]);
  expect(invoice?.payments[0]).toMatchObject({ amountMinor: 19350n, card: { brand: 'Visa', lastFour: '4242' } });
  const credit = await findInvoice(maja, note?.id ?? '');
  expect(credit?.snapshot.lines).toMatchObject([
    { kind: 'credit', credits: { documentId: increase?.id, number: '2026-00002' } },
  ]);
});

test('an invoice whose card was declined is due', async () => {
  await newDemoDatabase();
  await replacePaymentMethod(job, office, decliningCard('2026-11-22'), at('2026-10-31'));
  await startUsing({ id: 'a', on: '2026-11-01' });
  const [invoice] = await listDocuments(maja, [office]);
  expect(invoice).toMatchObject({ totalMinor: 161250n, paidMinor: 0n });
  expect((await findInvoice(maja, invoice?.id ?? ''))?.payments).toEqual([]);
});

test('what is used on an invoiced profile waits; nothing of it can be read from another organization', async () => {
  await newDemoDatabase();
  const johan = scopeOf('johan-ekstrom');
  await startUsing({ id: 'a', by: 'johan-ekstrom', billingProfileId: 'nordlys-projects', on: '2026-11-01' });
  await startUsing({ id: 'b', on: '2026-11-01' });
  expect(await listDocuments(johan, ['nordlys-projects'])).toEqual([]);
  expect(await listWaitingLines(johan, 'nordlys-projects')).toMatchObject([{ netMinor: 129000n, toQuantity: 10 }]);
  const [invoice] = await listDocuments(maja, [office]);
  const eleni = scopeOf('eleni-papadaki');
  expect(await findInvoice(maja, invoice?.id ?? '')).toBeDefined();
  expect(await findInvoice(eleni, invoice?.id ?? '')).toBeUndefined();
  expect(await listDocuments(eleni, [office])).toEqual([]);
  expect(await listWaitingLines(eleni, 'nordlys-projects')).toEqual([]);
});

test('replacing the payment method raises the profile’s version', async () => {
  await newDemoDatabase();
  await replacePaymentMethod(job, office, decliningCard('2026-11-22'), at('2026-10-31'));
  const rows = await read((db) => db.select().from(billingProfiles));
  expect(rows.filter(({ version }) => version === 2).map(({ id }) => id)).toEqual([office]);
});

test.each([
  ['billToName', ''],
  ['contactEmail', 'Erik@nordlysbygg.example'],
  ['contactPhone', '08-465 004 12'],
  ['vatNumber', 'SE 559143-2082 01'],
  ['country', 'Sverige'],
  ['poNumber', 'x'.repeat(51)],
  ['version', 0],
])('the database refuses a profile whose %s is %j', async (column, value) => {
  await newDemoDatabase();
  const spoilt = write((tx) =>
    tx
      .update(billingProfiles)
      .set({ [column]: value })
      .where(eq(billingProfiles.id, office)),
  );
  await expect(spoilt).rejects.toMatchObject({ code: expect.stringContaining('SQLITE_CONSTRAINT') });
});
