import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import { formatDay, formatList, formatMoney } from '@/lib/i18n/formats';
import type { InvoiceToPay } from '@/lib/server/invoice-to-pay';
import type { OpenInvoice } from '@/lib/server/open-invoices';
import { Button } from '@/lib/ui/button';
import { Slip } from '@/lib/ui/slip';
import { StateMark } from '@/lib/ui/state-mark';

/** The context line of a guide whose tasks are about one invoice. */
export function InvoiceContext({ found }: { found: InvoiceToPay | undefined }) {
  const t = useTranslations('fixPayment');
  if (!found) return <span>{t('contextNone')}</span>;
  const { invoice, profile } = found.debt;
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  return <span>{t.rich('context', { number: invoice.number, profile: profile.name, b })}</span>;
}

type PickerProps = {
  readonly open: readonly OpenInvoice[];
  readonly chosenId: string | undefined;
  readonly path: string;
};

/** A plain form: choosing another invoice is a new address. */
export function InvoicePicker({ open, chosenId, path }: PickerProps) {
  const t = useTranslations('fixPayment');
  const locale = useLocale();
  if (!chosenId || open.every(({ id }) => id === chosenId)) return null;
  return (
    <details className="picker">
      <summary>{t('chooseAnother')}</summary>
      <form action={path} method="get">
        <select className="input" name="invoice" aria-label={t('invoice')} defaultValue={chosenId}>
          {open.map(({ id, number, dueMinor, currency }) => (
            <option key={id} value={id}>
              {t('option', { number, amount: formatMoney(locale, dueMinor, currency) })}
            </option>
          ))}
        </select>
        <Button kind="plain">{t('choose')}</Button>
      </form>
    </details>
  );
}

/** Everything that is to be paid, the oldest first. */
export function InvoiceList({ open, path }: Pick<PickerProps, 'open' | 'path'>) {
  const t = useTranslations('fixPayment');
  const locale = useLocale();
  return (
    <Slip>
      <ul className="app-list">
        {open.map(({ id, number, dueMinor, currency, dueOn, isOverdue, apps }) => (
          <li key={id}>
            <span id={`invoice-${id}`}>
              <strong>{t('option', { number, amount: formatMoney(locale, dueMinor, currency) })}</strong>
              <StateMark tone={isOverdue ? 'problem' : 'waiting'}>
                {t(isOverdue ? 'overdueSince' : 'dueBy', { date: formatDay(locale, dueOn) })}
              </StateMark>
              <span className="quiet">
                {formatList(
                  locale,
                  apps.map(({ name }) => name),
                )}
              </span>
            </span>
            <a href={`${pathWith(path, { invoice: id })}#pay-invoice`} aria-describedby={`invoice-${id}`}>
              {t('choose')}
            </a>
          </li>
        ))}
      </ul>
    </Slip>
  );
}
