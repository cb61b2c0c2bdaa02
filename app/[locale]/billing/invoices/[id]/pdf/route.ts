import { answerDocument } from '@/app/[locale]/_billing/document-file';

type Context = { params: Promise<{ locale: string; id: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  // The library takes a second to load: not before there is a document to write.
  const { renderInvoicePdf } = await import('@/lib/server/documents/invoice-pdf');
  return answerDocument(params, { ending: 'pdf', contentType: 'application/pdf', render: renderInvoicePdf });
}
