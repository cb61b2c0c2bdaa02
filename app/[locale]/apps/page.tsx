import type { Metadata } from 'next';
import { connection } from 'next/server';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { AppFilters } from '@/app/[locale]/_apps/app-filters';
import { findFilter, findSort, select } from '@/app/[locale]/_apps/selection';
import { Licenses, NextDay, SubscriptionState } from '@/app/[locale]/_apps/subscription-state';
import { Todo } from '@/app/[locale]/_apps/todo';
import { Frame } from '@/app/[locale]/_frame/frame';
import { firstOf, type PageProps, pathWith, requireLocale } from '@/app/[locale]/_frame/page-props';
import { countWaitingOrders } from '@/db/orders';
import { listSubscriptions } from '@/db/subscriptions';
import { dayIn } from '@/lib/domain/days';
import type { Locale } from '@/lib/i18n/locales';
import { nowAt } from '@/lib/server/clock';
import { requireReader } from '@/lib/server/guard';
import { ButtonLink } from '@/lib/ui/button';
import { DataTable } from '@/lib/ui/data-table';
import { EmptyState } from '@/lib/ui/empty-state';
import { GuideHead } from '@/lib/ui/guide-head';
import { StateMark } from '@/lib/ui/state-mark';

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
  const waiting = await countWaitingOrders(reader.scope, dayIn(reader.organization.timeZone, nowAt()));
  const t = await getTranslations('apps');
  return (
    <Frame locale={locale} path={path} session={reader.session} section="apps">
      <GuideHead title={t('title')} lead={t('lead')}>
        {all.length > 0 ? <GetApps locale={locale} waiting={waiting} /> : null}
      </GuideHead>
      {all.length > 0 ? <AppFilters locale={locale} filter={filter} sort={sort} /> : null}
      {shown.length === 0 ? (
        <EmptyState title={t('empty')} text={all.length === 0 ? t('emptyAll') : t('emptyFilter')}>
          {all.length === 0 ? (
            <GetApps locale={locale} waiting={waiting} />
          ) : (
            <a href={`/${locale}/apps`}>{t('showAll')}</a>
          )}
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

/** The way to the storefront, and to what waits there for an answer. */
function GetApps({ locale, waiting }: { locale: Locale; waiting: number }) {
  const t = useTranslations();
  const href = `/${locale}/help/get-apps#choose-app`;
  return (
    <p className="get-apps">
      <ButtonLink href={href}>{t('apps.getApps')}</ButtonLink>
      {waiting > 0 ? <StateMark tone="waiting">{t('offers.waitingAll', { count: waiting })}</StateMark> : null}
    </p>
  );
}

function AppName({ href, name, by }: { href: string; name: string; by: string }) {
  return (
    <>
      <a href={href}>{name}</a> <span className="quiet small">{by}</span>
    </>
  );
}
