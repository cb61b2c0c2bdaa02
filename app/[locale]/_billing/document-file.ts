import { requireLocale } from '@/app/[locale]/_frame/page-props';
import { fileNameOf } from '@/lib/domain/document-period';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { readerOf } from '@/lib/server/guard';
import { fileHeaders } from '@/lib/server/headers';
import { leadTo } from '@/lib/server/lead-to';
import { findReadableInvoice } from '@/lib/server/readable-record';
import { findSession } from '@/lib/server/session';

type FileKind = {
  readonly ending: 'pdf' | 'xml';
  readonly contentType: string;
  readonly render: (snapshot: DocumentSnapshot) => Promise<Uint8Array | string>;
};

/**
 * An invoice or credit note as a file, made from what was frozen when it was issued. Who is not signed in goes to the
 * page, which leads through sign-in and back; so does who may not see it, and the page is not there for them.
 */
export async function answerDocument(
  params: Promise<{ locale: string; id: string }>,
  { ending, contentType, render }: FileKind,
): Promise<Response> {
  const { locale: tag, id } = await params;
  const locale = requireLocale(tag);
  const session = await findSession();
  const reader = session && readerOf(session);
  const page = `/${locale}/billing/invoices/${encodeURIComponent(id)}`;
  if (!reader) return leadTo(`/${locale}/sign-in?to=${encodeURIComponent(page)}`);
  const invoice = await findReadableInvoice(reader, id);
  if (!invoice) return leadTo(page);
  const { snapshot } = invoice;
  const file = await render(snapshot);
  const body = typeof file === 'string' ? file : Uint8Array.from(file);
  return new Response(body, { headers: fileHeaders(contentType, fileNameOf(snapshot, ending), snapshot.locale) });
}
