import { useMessages, useTranslations } from 'next-intl';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import { APP_TASK_IDS, APP_TASKS, type AppTaskId } from '@/app/[locale]/_tasks';
import type { Subscription } from '@/db/subscriptions';
import { isOwing } from '@/lib/domain/payment-methods';
import { hostOf } from '@/lib/domain/publisher-portal';
import { printMessage } from '@/lib/i18n/figures';
import type { Locale } from '@/lib/i18n/locales';
import { ActionItem, ActionList } from '@/lib/ui/action-list';

type Props = { readonly locale: Locale; readonly subscription: Subscription; readonly open: AppTaskId | undefined };

/** What can be done with the app: each opens its form on this page, and has the step of the guide that explains it. */
export function AppActions({ locale, subscription, open }: Props) {
  const t = useTranslations('app');
  const pay = useTranslations('fixPayment');
  const words = useMessages().app.actions;
  const { id, state, plan, profile, publisher } = subscription;
  const offered = APP_TASK_IDS.filter((task) => APP_TASKS[task].isOffered(subscription));
  if (offered.length === 0) return null;
  const payment = `${pathWith(`/${locale}/help/fix-payment`, { app: id })}#pay-invoice`;
  const values = {
    state: { code: state },
    pricing: { code: plan.pricing },
    plan: { text: plan.name },
    profile: { text: profile.name },
    publisher: { text: publisher.name },
    host: { text: hostOf(publisher.landingUrl) },
  };
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{t('settings')}</h2>
      <ActionList>
        {isOwing(state) ? (
          <ActionItem id="do-fix-payment" href={payment} title={pay('payNow')} description={pay('payNowAbout')} />
        ) : null}
        {offered.map((task) => {
          const { guide, step, ...looks }: (typeof APP_TASKS)[AppTaskId] & { isDanger?: true } = APP_TASKS[task];
          return (
            <ActionItem
              key={task}
              id={`do-${task}`}
              href={`${pathWith(`/${locale}/apps/${id}`, { do: task })}#${task}`}
              title={words[task].title}
              description={printMessage(locale, words[task].about, values)}
              how={{ href: `${pathWith(`/${locale}/help/${guide}`, { app: id })}#${step}`, label: t('how') }}
              isDanger={looks.isDanger ?? false}
              isOpen={task === open}
            />
          );
        })}
      </ActionList>
    </section>
  );
}
