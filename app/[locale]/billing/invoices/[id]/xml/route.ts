import { answerDocument } from '@/app/[locale]/_billing/document-file';
import { renderInvoiceUbl } from '@/lib/server/documents/invoice-ubl';

type Context = { params: Promise<{ locale: string; id: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return answerDocument(params, {
    ending: 'xml',
    contentType: 'application/xml; charset=utf-8',
    render: renderInvoiceUbl,
  });
}
