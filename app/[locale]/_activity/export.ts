import { getMessages, getTranslations } from 'next-intl/server';
import { requireLocale } from '@/app/[locale]/_frame/page-props';
import { dayIn } from '@/lib/domain/days';
import { printAct } from '@/lib/i18n/acts';
import { formatInstant } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { type ExportWords, exportCsv, exportJson } from '@/lib/server/activity-export';
import { nowAt } from '@/lib/server/clock';
import { downloadOf } from '@/lib/server/download';
import { maySomewhere, type Reader, readerOf } from '@/lib/server/guard';
import { leadTo } from '@/lib/server/lead-to';
import { findSession, timeZoneOf } from '@/lib/server/session';
import { findSelection, keptOf } from './selection';

const COLUMNS = ['sequence', 'at', 'when', 'who', 'what', 'app', 'code', 'subscription', 'before', 'after'] as const;
const TYPES = { csv: 'text/csv', json: 'application/json' } as const;

/** The activity as a file, as far as the page itself may be seen; without that, back to the page, which says why. */
export async function answerExport(request: Request, tag: string, format: keyof typeof TYPES): Promise<Response> {
  const locale = requireLocale(tag);
  const session = await findSession();
  const reader = session && readerOf(session);
  if (!reader || !maySomewhere(reader, 'activity.see')) return leadTo(`/${locale}/activity`);
  const now = nowAt();
  const words = await exportWords(reader, locale);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const kept = keptOf(await findSelection(reader, query, { appAndPlan: ({ app }) => app, nobody: words.nobody }));
  const about = { organization: reader.organization.name, exportedAt: now };
  return downloadOf({
    fileName: `stegvis-activity-${dayIn(reader.organization.timeZone, now)}.${format}`,
    contentType: TYPES[format],
    locale,
    text: format === 'csv' ? exportCsv(reader.scope, kept, words) : exportJson(reader.scope, kept, about),
  });
}

async function exportWords({ session }: Reader, locale: Locale): Promise<ExportWords> {
  const t = await getTranslations({ locale, namespace: 'activity' });
  const { acts } = await getMessages({ locale });
  return {
    columns: COLUMNS.map((column) => t(`export.columns.${column}`)),
    when: (at) => formatInstant(locale, at, timeZoneOf(session)),
    act: (activity) => printAct(locale, acts, activity),
    nobody: t('system'),
  };
}
