import { useLocale, useTranslations } from 'next-intl';
import { dataKeptUntil } from '@/lib/domain/cancellation';
import { addDays } from '@/lib/domain/days';
import { formatDay, formatList, formatMoney } from '@/lib/i18n/formats';
import type { InvoiceToPay } from '@/lib/server/invoice-to-pay';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';

/** The chosen invoice: how much, for what, and what happens on which day unless it is paid. */
export function InvoiceOutlook({ found: { debt, owing, today } }: { found: InvoiceToPay }) {
  const t = useTranslations('fixPayment');
  const locale = useLocale();
  const { invoice, dueMinor, apps } = debt;
  const href = `/${locale}/billing/invoices/${invoice.id}`;
  const date = formatDay(locale, invoice.dueOn);
  return (
    <Slip>
      <Pairs>
        <Pair name={t('invoice')} detail={today > invoice.dueOn ? t('overdueSince', { date }) : t('dueBy', { date })}>
          <a href={href}>{invoice.number}</a>
        </Pair>
        <Pair name={t('toPay')} isStrong>
          {formatMoney(locale, dueMinor, invoice.currency)}
        </Pair>
        <Pair name={t('apps')}>
          {formatList(
            locale,
            apps.map(({ name }) => name),
          )}
        </Pair>
        {owing ? (
          <>
            <Pair name={t('nextTry')}>{owing.nextTry ? formatDay(locale, owing.nextTry) : t('noTry')}</Pair>
            <Pair
              name={t('lastDay')}
              detail={t('then', {
                disabledOn: formatDay(locale, addDays(owing.payBy, 1)),
                kept: formatDay(locale, dataKeptUntil(owing.policyVersion, addDays(owing.payBy, 1))),
              })}
            >
              {formatDay(locale, owing.payBy)}
            </Pair>
          </>
        ) : null}
      </Pairs>
    </Slip>
  );
}
