import type { NoticedDocument } from '@/db/notice-facts';
import { fileNameOf } from '@/lib/domain/document-period';
import { renderInvoiceUbl } from '@/lib/server/documents/invoice-ubl';
import type { MailAttachment } from '@/lib/server/mail';

type Filed = Pick<NoticedDocument, 'snapshot' | 'snapshotHash'>;

/** The document itself: as a PDF for people, and as an electronic invoice (UBL) for their programs. */
export function documentFiles(document: Filed): MailAttachment[] {
  const { snapshot } = document;
  return [
    { filename: fileNameOf(snapshot, 'pdf'), contentType: 'application/pdf', content: () => pdfOf(document) },
    {
      filename: fileNameOf(snapshot, 'xml'),
      contentType: 'application/xml',
      content: async () => new TextEncoder().encode(await renderInvoiceUbl(snapshot)),
    },
  ];
}

// The mails of one document are sent one after the other: it is drawn once for all of them.
let drawn: { readonly snapshotHash: string; readonly pdf: Uint8Array } | undefined;

/** The library takes a second to load: not before there is one to draw. */
async function pdfOf({ snapshot, snapshotHash }: Filed): Promise<Uint8Array> {
  if (drawn?.snapshotHash === snapshotHash) return drawn.pdf;
  const { renderInvoicePdf } = await import('@/lib/server/documents/invoice-pdf');
  const pdf = await renderInvoicePdf(snapshot);
  drawn = { snapshotHash, pdf };
  return pdf;
}
