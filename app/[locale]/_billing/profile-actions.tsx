import { useLocale, useTranslations } from 'next-intl';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import { PROFILE_TASK_IDS, PROFILE_TASKS, type ProfileTaskId } from '@/app/[locale]/_tasks';
import type { DocumentSummary } from '@/db/invoices';
import { amountDueOf } from '@/lib/domain/invoices';
import { ActionItem, ActionList } from '@/lib/ui/action-list';

type Props = {
  readonly profileId: string;
  /** The task whose form stands open on this page. */
  readonly open: ProfileTaskId | undefined;
  readonly documents: readonly DocumentSummary[];
  readonly subscriptionCount: number;
};

/** What can be done with a profile: its tasks open on this page, the rest leads to what there is to see. */
export function ProfileActions({ profileId, open, documents, subscriptionCount }: Props) {
  const t = useTranslations('billing');
  const app = useTranslations('app');
  const locale = useLocale();
  const [newest] = documents;
  const isToPay = documents.some((each) => each.kind === 'invoice' && amountDueOf(each) > 0n);
  const pay = useTranslations('fixPayment');
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{t('settings')}</h2>
      <ActionList>
        {isToPay ? (
          <ActionItem
            id="do-fix-payment"
            href={`${pathWith(`/${locale}/help/fix-payment`, { profile: profileId })}#pay-invoice`}
            title={pay('payNow')}
            description={pay('payNowAbout')}
          />
        ) : null}
        {PROFILE_TASK_IDS.map((task) => {
          const { guide, step } = PROFILE_TASKS[task];
          return (
            <ActionItem
              key={task}
              id={`do-${task}`}
              href={`${pathWith(`/${locale}/billing/profiles/${profileId}`, { do: task })}#${task}`}
              title={t(`actions.${task}.title`)}
              description={t(`actions.${task}.about`)}
              how={{
                href: `${pathWith(`/${locale}/help/${guide}`, { profile: profileId })}#${step}`,
                label: app('how'),
              }}
              isOpen={task === open}
            />
          );
        })}
        {newest ? (
          <ActionItem
            id="newest-invoice"
            href={`/${locale}/billing/invoices/${newest.id}`}
            title={t('readNewest')}
            description={t('newestNumber', { kind: newest.kind, number: newest.number })}
          />
        ) : null}
        <ActionItem
          id="show-invoices"
          href="#invoices"
          title={t('showInvoices')}
          description={t('documentCount', { count: documents.length })}
        />
        <ActionItem
          id="show-apps"
          href="#apps"
          title={t('showApps')}
          description={t('appCount', { count: subscriptionCount })}
        />
      </ActionList>
    </section>
  );
}
