import { useTranslations } from 'next-intl';
import type { Subscription } from '@/db/subscriptions';

/** What somebody must do about an app, in words; nothing to do is said quietly. */
export function Todo({ subscription: { state } }: { subscription: Subscription }) {
  const t = useTranslations('apps');
  if (state !== 'pending_activation' && state !== 'past_due' && state !== 'past_due_ending') {
    return <span className="quiet">{t('nothingToDo')}</span>;
  }
  return t(`todos.${state}`);
}
