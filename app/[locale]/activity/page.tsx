import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { ActText } from '@/app/[locale]/_apps/act-text';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { listActivity } from '@/db/activity';
import { formatInstant } from '@/lib/i18n/formats';
import { maySomewhere, requireReader } from '@/lib/server/guard';
import { timeZoneOf } from '@/lib/server/session';
import { DataTable } from '@/lib/ui/data-table';
import { EmptyState } from '@/lib/ui/empty-state';
import { GuideHead } from '@/lib/ui/guide-head';

const PAGE_LENGTH = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('activity');
  return { title: `${t('title')} – Stegvis` };
}

/** Who did what and when, before → after: the audit chain, readable. */
export default async function ActivityPage({ params, searchParams }: PageProps) {
  await connection();
  const locale = requireLocale((await params).locale);
  const before = firstOf(await searchParams, 'before');
  const beforeSequence = before && /^\d{1,9}$/.test(before) ? Number(before) : undefined;
  const path = pathWith('/activity', { before: beforeSequence?.toString() });
  const reader = await requireReader(locale, `/${locale}${path}`);
  const t = await getTranslations('activity');
  const isAllowed = maySomewhere(reader, 'activity.see');
  const entries = isAllowed
    ? await listActivity(reader.scope, {
        limit: PAGE_LENGTH,
        ...(beforeSequence === undefined ? {} : { beforeSequence }),
      })
    : [];
  const oldest = entries.at(-1);
  return (
    <Frame locale={locale} path={path} session={reader.session} section="activity">
      <GuideHead title={t('title')} lead={t('lead')} />
      {entries.length === 0 ? (
        <EmptyState title={t('empty')} text={isAllowed ? t('emptyText') : t('notYours')} />
      ) : (
        <DataTable
          caption={t('caption')}
          isCaptionHidden
          columns={[
            { id: 'when', label: t('when') },
            { id: 'who', label: t('who') },
            { id: 'what', label: t('what') },
            { id: 'app', label: t('app') },
          ]}
          rows={entries.map((entry) => ({
            id: entry.id,
            cells: [
              formatInstant(locale, entry.at, timeZoneOf(reader.session)),
              entry.personName ?? t('system'),
              <ActText key="act" activity={entry} />,
              entry.subscriptionId ? (
                <a key="app" href={`/${locale}/apps/${entry.subscriptionId}`}>
                  {entry.appName}
                </a>
              ) : null,
            ],
          }))}
        />
      )}
      {oldest && oldest.sequence > 1 && entries.length === PAGE_LENGTH ? (
        <p>
          <a href={`/${locale}${pathWith('/activity', { before: oldest.sequence.toString() })}`}>{t('older')}</a>
        </p>
      ) : null}
    </Frame>
  );
}
