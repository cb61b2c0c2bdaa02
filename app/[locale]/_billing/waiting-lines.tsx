import { useLocale, useTranslations } from 'next-intl';
import type { WaitingLine } from '@/db/invoices';
import { addDays } from '@/lib/domain/days';
import type { Currency } from '@/lib/domain/money';
import { formatMoney, formatSpan } from '@/lib/i18n/formats';
import { DataTable } from '@/lib/ui/data-table';
import { Sum, Sums } from '@/lib/ui/sums';
import { sumWaiting } from './document-selection';
import { LineWords } from './line-words';

/** What has been delivered on a profile and stands on no invoice yet, with its sum. */
export function WaitingLines({ lines, currency }: { lines: readonly WaitingLine[]; currency: Currency }) {
  const t = useTranslations('billing');
  const words = useTranslations('invoice');
  const locale = useLocale();
  const money = (amountMinor: bigint) => formatMoney(locale, amountMinor, currency);
  const sums = sumWaiting(lines);
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting')}</h2>
      <p>{t('waitingText')}</p>
      <DataTable
        caption={t('waiting')}
        isCaptionHidden
        columns={[
          { id: 'what', label: words('what') },
          { id: 'period', label: words('period') },
          { id: 'net', label: words('net'), isAmount: true },
        ]}
        rows={lines.map((line) => ({
          id: line.id,
          cells: [
            <LineWords key="what" line={line} />,
            formatSpan(locale, line.servedFrom, addDays(line.servedUntil, -1)),
            money(line.netMinor),
          ],
        }))}
      />
      <Sums>
        <Sum name={words('subtotal')}>{money(sums.netMinor)}</Sum>
        <Sum name={words('vat')}>{money(sums.vatMinor)}</Sum>
        <Sum name={t('waitingTotal')} isStrong>
          {money(sums.totalMinor)}
        </Sum>
      </Sums>
    </section>
  );
}
