import { useLocale, useTranslations } from 'next-intl';
import type { Invoice } from '@/db/invoices';
import { amountDueOf } from '@/lib/domain/invoices';
import { fromDecimalString } from '@/lib/domain/money';
import { formatMoney, formatRate } from '@/lib/i18n/formats';
import { Sum, Sums } from '@/lib/ui/sums';

/** From the lines' sum by way of VAT to what is to pay. */
export function InvoiceSums({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const { snapshot, paidMinor, creditedMinor } = invoice;
  const { currency, kind } = snapshot;
  const money = (amountMinor: bigint) => formatMoney(locale, amountMinor, currency);
  const decimal = (text: string) => money(fromDecimalString(text, currency));
  return (
    <Sums>
      <Sum name={t('subtotal')}>{decimal(snapshot.net)}</Sum>
      {snapshot.vatGroups.map(({ category, rateBp, net, vat }) => (
        <Sum key={`${category} ${rateBp}`} name={t('vatOf', { rate: formatRate(locale, rateBp), net: decimal(net) })}>
          {decimal(vat)}
        </Sum>
      ))}
      <Sum name={t(`totalOf.${kind}`)} isStrong>
        {decimal(snapshot.total)}
      </Sum>
      {paidMinor > 0n ? <Sum name={t('paid')}>{money(-paidMinor)}</Sum> : null}
      {creditedMinor > 0n ? <Sum name={t('credited')}>{money(-creditedMinor)}</Sum> : null}
      {kind === 'invoice' ? (
        <Sum name={t('due')} isStrong>
          {money(amountDueOf(invoice))}
        </Sum>
      ) : null}
    </Sums>
  );
}
