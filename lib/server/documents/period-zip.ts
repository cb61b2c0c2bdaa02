import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { fileNameOf } from '@/lib/domain/document-period';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { renderInvoicePdf } from './invoice-pdf';
import { renderInvoiceUbl } from './invoice-ubl';

/**
 * The documents as one ZIP file, each as PDF and as UBL. One is written when the one before has been read, so that a
 * long period takes no more memory than a short one. The same documents always give the same octets.
 */
export function zipOf(documents: readonly DocumentSnapshot[]): ReadableStream<Uint8Array> {
  const zip = new Zip();
  const waiting = [...documents];
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip.ondata = (error, chunk, isLast) => {
        if (error) return controller.error(error);
        controller.enqueue(chunk);
        if (isLast) controller.close();
      };
    },
    async pull() {
      const next = waiting.shift();
      if (next) await addFiles(zip, next);
      else zip.end();
    },
    cancel() {
      zip.terminate();
    },
  });
}

async function addFiles(zip: Zip, snapshot: DocumentSnapshot): Promise<void> {
  // A time of day without a zone: the archive keeps the wall clock, which must not hang on the server's.
  const mtime = `${snapshot.issuedOn}T12:00:00`;
  const pdf = Object.assign(new ZipPassThrough(fileNameOf(snapshot, 'pdf')), { mtime });
  const xml = Object.assign(new ZipDeflate(fileNameOf(snapshot, 'xml')), { mtime });
  const [paper, text] = [await renderInvoicePdf(snapshot), await renderInvoiceUbl(snapshot)];
  zip.add(pdf);
  pdf.push(paper, true);
  zip.add(xml);
  xml.push(new TextEncoder().encode(text), true);
}
