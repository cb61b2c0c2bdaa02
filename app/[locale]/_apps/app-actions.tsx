import { useTranslations } from 'next-intl';
import type { Subscription } from '@/db/subscriptions';
import type { Locale } from '@/lib/i18n/locales';
import { ActionItem, ActionList } from '@/lib/ui/action-list';

/** What can be done with the app, each with the step of the guide that explains it. */
export function AppActions({ locale, subscription }: { locale: Locale; subscription: Subscription }) {
  const t = useTranslations('app');
  const guide = `/${locale}/help/change-license-quantity?app=${subscription.id}`;
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{t('settings')}</h2>
      <ActionList>
        <ActionItem
          id="quantity"
          href="#change-license-quantity"
          title={t('quantity')}
          description={subscription.quantity === null ? t('quantityFlat') : t('quantityAbout')}
          how={{ href: `${guide}#choose-quantity`, label: t('how') }}
        />
      </ActionList>
    </section>
  );
}
