import { createHash } from 'node:crypto';
import { parseSnapshot } from '@/db/document-snapshot';
import { renderInvoicePdf } from '@/lib/server/documents/invoice-pdf';

/** A process of its own that writes the PDF of every snapshot it is sent, in order, and answers each one's SHA-256. */
let written = Promise.resolve();

process.on('message', (text) => {
  written = written.then(async () => {
    const pdf = await renderInvoicePdf(parseSnapshot(String(text)));
    process.send?.(createHash('sha256').update(pdf).digest('hex'));
  });
});
