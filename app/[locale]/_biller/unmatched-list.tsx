import { useLocale, useTranslations } from 'next-intl';
import type { listUnmatchedTransfers } from '@/db/biller';
import { formatDay, formatMoney } from '@/lib/i18n/formats';
import { DataTable } from '@/lib/ui/data-table';

type Props = { readonly transfers: Awaited<ReturnType<typeof listUnmatchedTransfers>> };

/** Money that came in and that no invoice has needed. */
export function UnmatchedList({ transfers }: Props) {
  const t = useTranslations('biller');
  const locale = useLocale();
  if (transfers.length === 0) return <p className="quiet">{t('unmatchedNone')}</p>;
  return (
    <DataTable
      caption={t('unmatched')}
      isCaptionHidden
      columns={[
        { id: 'day', label: t('day') },
        { id: 'who', label: t('profile') },
        { id: 'reference', label: t('bankReference') },
        { id: 'received', label: t('received'), isAmount: true },
        { id: 'left', label: t('unmatchedLeft'), isAmount: true },
      ]}
      rows={transfers.map(({ id, receivedOn, organization, profile, reference, amountMinor, leftMinor, currency }) => ({
        id,
        cells: [
          formatDay(locale, receivedOn),
          `${organization}, ${profile}`,
          reference ?? t('none'),
          formatMoney(locale, amountMinor, currency),
          formatMoney(locale, leftMinor, currency),
        ],
      }))}
    />
  );
}
