import { useTranslations } from 'next-intl';
import { NextDay, SubscriptionState } from '@/app/[locale]/_apps/subscription-state';
import type { Subscription } from '@/db/subscriptions';
import type { Locale } from '@/lib/i18n/locales';

/** Apps that wait for somebody: to be activated or paid for. Nothing when there are none. */
export function Attention({ locale, subscriptions }: { locale: Locale; subscriptions: readonly Subscription[] }) {
  const t = useTranslations('home');
  const waiting = subscriptions.filter(({ state }) => state === 'pending_activation' || state.startsWith('past_due'));
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="attention" className="attention">
      <h2 id="attention">{t('attention')}</h2>
      <ul>
        {waiting.map((subscription) => (
          <li key={subscription.id}>
            <a href={`/${locale}/apps/${subscription.id}`}>{subscription.offer.name}</a>
            <SubscriptionState subscription={subscription} />
            <NextDay subscription={subscription} />
          </li>
        ))}
      </ul>
    </section>
  );
}
