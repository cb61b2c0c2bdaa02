import { useLocale, useTranslations } from 'next-intl';
import type { Subscription } from '@/db/subscriptions';

/** What somebody must do about an app, in words, where it is done; nothing to do is said quietly. */
export function Todo({ subscription: { id, state } }: { subscription: Subscription }) {
  const t = useTranslations('apps');
  const locale = useLocale();
  switch (state) {
    case 'pending_activation':
      return <a href={`/${locale}/help/activate-app?app=${id}#open-publisher-portal`}>{t(`todos.${state}`)}</a>;
    case 'past_due':
    case 'past_due_ending':
      return <a href={`/${locale}/help/fix-payment?app=${id}#pay-invoice`}>{t(`todos.${state}`)}</a>;
    default:
      return <span className="quiet">{t('nothingToDo')}</span>;
  }
}
