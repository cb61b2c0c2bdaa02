import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { AppFilters } from '@/app/[locale]/_apps/app-filters';
import { findFilter, findSort, select } from '@/app/[locale]/_apps/selection';
import { Licenses, NextDay, SubscriptionState } from '@/app/[locale]/_apps/subscription-state';
import { Todo } from '@/app/[locale]/_apps/todo';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { listSubscriptions } from '@/db/subscriptions';
import { requireReader } from '@/lib/server/guard';
import { DataTable } from '@/lib/ui/data-table';
import { EmptyState } from '@/lib/ui/empty-state';
import { GuideHead } from '@/lib/ui/guide-head';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apps');
  return { title: `${t('title')} – Stegvis` };
}

/** Every app of the organization: state, next date, what needs doing. */
export default async function Apps({ params, searchParams }: PageProps) {
  await connection();
  const locale = requireLocale((await params).locale);
  const query = await searchParams;
  const filter = findFilter(firstOf(query, 'show'));
  const sort = findSort(firstOf(query, 'sort'));
  const path = pathWith('/apps', {
    show: filter === 'all' ? undefined : filter,
    sort: sort === 'name' ? undefined : sort,
  });
  const reader = await requireReader(locale, `/${locale}${path}`);
  const all = await listSubscriptions(reader.scope);
  const shown = select(all, filter, sort, locale);
  const t = await getTranslations('apps');
  return (
    <Frame locale={locale} path={path} session={reader.session} section="apps">
      <GuideHead title={t('title')} lead={t('lead')} />
      {all.length > 0 ? <AppFilters locale={locale} filter={filter} sort={sort} /> : null}
      {shown.length === 0 ? (
        <EmptyState title={t('empty')} text={all.length === 0 ? t('emptyAll') : t('emptyFilter')}>
          {all.length === 0 ? null : <a href={`/${locale}/apps`}>{t('showAll')}</a>}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('caption')}
          isCaptionHidden
          columns={[
            { id: 'app', label: t('app') },
            { id: 'licenses', label: t('licenses') },
            { id: 'state', label: t('state') },
            { id: 'next', label: t('next') },
            { id: 'todo', label: t('todo') },
          ]}
          rows={shown.map((subscription) => ({
            id: subscription.id,
            cells: [
              <AppName
                key="app"
                href={`/${locale}/apps/${subscription.id}`}
                name={subscription.offer.name}
                by={t('by', { publisher: subscription.publisher.name })}
              />,
              <Licenses key="licenses" subscription={subscription} />,
              <SubscriptionState key="state" subscription={subscription} />,
              <NextDay key="next" subscription={subscription} />,
              <Todo key="todo" subscription={subscription} />,
            ],
          }))}
        />
      )}
    </Frame>
  );
}

function AppName({ href, name, by }: { href: string; name: string; by: string }) {
  return (
    <>
      <a href={href}>{name}</a> <span className="quiet small">{by}</span>
    </>
  );
}
