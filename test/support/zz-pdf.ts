import { writeFileSync } from 'node:fs';
import { read } from '@/db/client';
import { parseSnapshot } from '@/db/document-snapshot';
import { renderInvoicePdf } from '@/lib/server/documents/invoice-pdf';

process.env.STEGVIS_MODE = 'demo';
const rows = await read((db) => db.query.documents.findMany());
const pick = (id: string) => rows.filter((r) => r.billingProfileId === id).at(-1);
for (const id of ['nordlys-projects', 'kymata-head-office']) {
  const row = pick(id);
  if (row) writeFileSync(`/tmp/w/s1/${id}.pdf`, await renderInvoicePdf(parseSnapshot(row.snapshot)));
}
