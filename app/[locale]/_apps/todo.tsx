import { useTranslations } from 'next-intl';
import type { Subscription } from '@/db/subscriptions';

/** What somebody must do about an app, as a link to its page; nothing to do is said quietly. */
export function Todo({ locale, subscription: { id, state } }: { locale: string; subscription: Subscription }) {
  const t = useTranslations('apps');
  if (state !== 'pending_activation' && state !== 'past_due' && state !== 'past_due_ending') {
    return <span className="quiet">{t('nothingToDo')}</span>;
  }
  return <a href={`/${locale}/apps/${id}`}>{t(`todos.${state}`)}</a>;
}
