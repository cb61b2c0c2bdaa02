import { useLocale, useTranslations } from 'next-intl';
import { Licenses, NextDay, SubscriptionState } from '@/app/[locale]/_apps/subscription-state';
import type { Subscription } from '@/db/subscriptions';
import { DataTable } from '@/lib/ui/data-table';
import { EmptyState } from '@/lib/ui/empty-state';

/** The apps that are billed to a profile. */
export function ProfileApps({ subscriptions }: { subscriptions: readonly Subscription[] }) {
  const t = useTranslations('billing');
  const apps = useTranslations('apps');
  const locale = useLocale();
  return (
    <section aria-labelledby="apps">
      <h2 id="apps">{t('apps')}</h2>
      {subscriptions.length === 0 ? (
        <EmptyState title={t('noApps')} text={t('noAppsText')} headingLevel={3}>
          <a href={`/${locale}/apps`}>{t('toApps')}</a>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('apps')}
          isCaptionHidden
          columns={[
            { id: 'app', label: apps('app') },
            { id: 'licenses', label: apps('licenses') },
            { id: 'state', label: apps('state') },
            { id: 'next', label: apps('next') },
          ]}
          rows={subscriptions.map((subscription) => ({
            id: subscription.id,
            cells: [
              <a key="app" href={`/${locale}/apps/${subscription.id}`}>
                {subscription.offer.name}
              </a>,
              <Licenses key="licenses" subscription={subscription} />,
              <SubscriptionState key="state" subscription={subscription} />,
              <NextDay key="next" subscription={subscription} />,
            ],
          }))}
        />
      )}
    </section>
  );
}
