import { useLocale, useTranslations } from 'next-intl';
import type { DocumentSummary } from '@/db/invoices';
import { ActionItem, ActionList } from '@/lib/ui/action-list';

type Props = {
  readonly documents: readonly DocumentSummary[];
  readonly subscriptionCount: number;
};

/** What can be done with a profile. */
export function ProfileActions({ documents, subscriptionCount }: Props) {
  const t = useTranslations('billing');
  const locale = useLocale();
  const [newest] = documents;
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{t('settings')}</h2>
      <ActionList>
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
