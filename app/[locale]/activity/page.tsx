import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { ExportLinks } from '@/app/[locale]/_activity/export-links';
import { ActivityFilter } from '@/app/[locale]/_activity/filter-form';
import { findSelection, keptOf } from '@/app/[locale]/_activity/selection';
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
  const query = await searchParams;
  const before = firstOf(query, 'before');
  const beforeSequence = before && /^\d{1,9}$/.test(before) ? Number(before) : undefined;
  const asked = { app: firstOf(query, 'app'), person: firstOf(query, 'person') };
  const reader = await requireReader(locale, `/${locale}${pathWith('/activity', { ...asked, before })}`);
  const t = await getTranslations('activity');
  const names = await getTranslations('subscription');
  const words = { appAndPlan: (both: { app: string; plan: string }) => names('appAndPlan', both), nobody: t('system') };
  const selection = await findSelection(reader, query, words);
  const { app, person } = selection;
  const path = pathWith('/activity', { app, person, before: beforeSequence?.toString() });
  const isAllowed = maySomewhere(reader, 'activity.see');
  const entries = isAllowed
    ? await listActivity(reader.scope, { ...keptOf(selection), beforeSequence, limit: PAGE_LENGTH })
    : [];
  const isNarrowed = app !== undefined || person !== undefined;
  const oldest = entries.at(-1);
  return (
    <Frame locale={locale} path={path} session={reader.session} section="activity">
      <GuideHead title={t('title')} lead={t('lead')} />
      {isAllowed ? <ActivityFilter action={`/${locale}/activity`} selection={selection} /> : null}
      {entries.length === 0 ? (
        <EmptyState
          title={isNarrowed ? t('filter.nothing') : t('empty')}
          text={isAllowed ? (isNarrowed ? undefined : t('emptyText')) : t('notYours')}
        >
          {isNarrowed ? <a href={`/${locale}/activity`}>{t('filter.showAll')}</a> : null}
        </EmptyState>
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
              entry.personName ?? entry.publisherName ?? t('system'),
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
          <a href={`/${locale}${pathWith('/activity', { app, person, before: oldest.sequence.toString() })}`}>
            {t('older')}
          </a>
        </p>
      ) : null}
      {entries.length > 0 ? <ExportLinks locale={locale} kept={{ app, person }} /> : null}
    </Frame>
  );
}
