import { useLocale, useTranslations } from 'next-intl';
import type { DocumentSummary } from '@/db/invoices';
import type { Day } from '@/lib/domain/days';
import { amountDueOf } from '@/lib/domain/invoices';
import { formatDay, formatMoney } from '@/lib/i18n/formats';
import { DataTable } from '@/lib/ui/data-table';
import { DocumentState } from './document-state';

type Props = {
  readonly caption: string;
  readonly documents: readonly DocumentSummary[];
  readonly today: Day;
};

/** Invoices and credit notes, newest first, each linked to its page. */
export function DocumentTable({ caption, documents, today }: Props) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={[
        { id: 'document', label: t('document') },
        { id: 'issued', label: t('date') },
        { id: 'state', label: t('state') },
        { id: 'total', label: t('total'), isAmount: true },
        { id: 'due', label: t('due'), isAmount: true },
      ]}
      rows={documents.map((document) => {
        const { id, kind, number, issuedOn, currency } = document;
        const signed = kind === 'credit_note' ? -document.totalMinor : document.totalMinor;
        return {
          id,
          cells: [
            <a key="document" href={`/${locale}/billing/invoices/${id}`}>
              {t(`titles.${kind}`, { number })}
            </a>,
            formatDay(locale, issuedOn),
            <DocumentState key="state" document={document} today={today} />,
            formatMoney(locale, signed, currency),
            kind === 'credit_note' ? '–' : formatMoney(locale, amountDueOf(document), currency),
          ],
        };
      })}
    />
  );
}
