import { useLocale, useTranslations } from 'next-intl';
import type { Invoice } from '@/db/invoices';
import type { DocumentSnapshot } from '@/lib/domain/document-snapshot';
import { fromDecimalString } from '@/lib/domain/money';
import { formatMoney, formatRate, formatSpan } from '@/lib/i18n/formats';
import { DataTable } from '@/lib/ui/data-table';
import { LineWords } from './line-words';

/** What was delivered, when, by whom, and what it costs before VAT. */
export function InvoiceLines({ invoice: { snapshot } }: { invoice: Invoice }) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const money = (text: string) => formatMoney(locale, fromDecimalString(text, snapshot.currency), snapshot.currency);
  return (
    <DataTable
      caption={t('lines')}
      isCaptionHidden
      columns={[
        { id: 'what', label: t('what') },
        { id: 'period', label: t('period') },
        { id: 'quantity', label: t('quantity'), isAmount: true },
        { id: 'unit', label: t('unit'), isAmount: true },
        { id: 'vat', label: t('vat'), isAmount: true },
        { id: 'net', label: t('net'), isAmount: true },
      ]}
      rows={snapshot.lines.map((line) => ({
        id: line.id,
        cells: [
          <LineWords key="what" line={line}>
            <Details line={line} />
          </LineWords>,
          <Served key="period" line={line} />,
          line.quantity,
          money(line.unit),
          formatRate(locale, line.vatRateBp),
          money(line.net),
        ],
      }))}
    />
  );
}

type Line = DocumentSnapshot['lines'][number];

function Details({ line: { publisher, credits, kind } }: { line: Line }) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  return (
    <>
      <span className="small">{t('publisher', { name: publisher.name })}</span>
      {kind === 'credit' ? (
        <span className="small">
          {credits
            ? t.rich('creditsInvoice', {
                number: credits.number,
                a: (text) => <a href={`/${locale}/billing/invoices/${credits.documentId}`}>{text}</a>,
              })
            : t('creditsWaiting')}
        </span>
      ) : null}
    </>
  );
}

/** The days served; of how many, where it is not the whole period. */
function Served({ line: { servedFrom, servedThrough, days, ofDays } }: { line: Line }) {
  const t = useTranslations('invoice');
  return (
    <>
      {formatSpan(useLocale(), servedFrom, servedThrough)}
      {days < ofDays ? <span className="small">{t('days', { days, of: ofDays })}</span> : null}
    </>
  );
}
