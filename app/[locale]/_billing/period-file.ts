import { pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { listSnapshots } from '@/db/issued-documents';
import { type PeriodRefusal, parsePeriod } from '@/lib/domain/document-period';
import { mayOn, readerOf } from '@/lib/server/guard';
import { fileHeaders } from '@/lib/server/headers';
import { leadTo } from '@/lib/server/lead-to';
import { findSession } from '@/lib/server/session';

/**
 * A profile's documents of some months as one file. What cannot be had leads back to the form, which says why beside
 * the month; so does who may not see invoices, and the page tells whom to ask.
 */
export async function answerPeriod(
  request: Request,
  params: Promise<{ locale: string; id: string }>,
): Promise<Response> {
  const { locale: tag, id } = await params;
  const locale = requireLocale(tag);
  const page = `/${locale}/billing/profiles/${encodeURIComponent(id)}`;
  const query = new URL(request.url).searchParams;
  const [from, to] = [query.get('from')?.slice(0, 20) ?? '', query.get('to')?.slice(0, 20) ?? ''];
  const session = await findSession();
  const reader = session && readerOf(session);
  if (!reader) return leadTo(`/${locale}/sign-in?to=${encodeURIComponent(page)}`);
  if (!mayOn(reader, 'invoice.see', id)) return leadTo(page);
  const back = (refusal: PeriodRefusal) => leadTo(`${pathWith(page, { from, to, refused: refusal })}#download`);
  const period = parsePeriod(from, to);
  if (!period.ok) return back(period.refusal);
  const documents = await listSnapshots(reader.scope, id, period.value);
  if (documents.length === 0) return back('nothing_issued');
  // The library that writes PDFs takes a second to load: not before there is something to write.
  const { zipOf } = await import('@/lib/server/documents/period-zip');
  const name = `invoices-${from}--${to}.zip`;
  return new Response(zipOf(documents), { headers: fileHeaders('application/zip', name, locale) });
}
