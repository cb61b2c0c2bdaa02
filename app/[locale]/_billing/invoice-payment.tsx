import { useLocale, useTranslations } from 'next-intl';
import type { Invoice } from '@/db/invoices';
import { dayIn } from '@/lib/domain/days';
import { amountDueOf } from '@/lib/domain/invoices';
import { formatDay, formatMoney } from '@/lib/i18n/formats';
import { InvoicePart } from '@/lib/ui/invoice-sheet';

/** How an invoice was paid or that it is not, and the credit notes that refer to it; of a credit note its use. */
export function InvoicePayment({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const { currency, credits } = invoice;
  return (
    <>
      <InvoicePart title={t('payment')}>
        <PaymentText invoice={invoice} />
      </InvoicePart>
      {credits.length > 0 ? (
        <InvoicePart title={t('creditNotes')}>
          <ul>
            {credits.map(({ noteId, number, issuedOn, amountMinor }) => (
              <li key={noteId}>
                {t.rich('creditNoteOf', {
                  number,
                  date: formatDay(locale, issuedOn),
                  amount: formatMoney(locale, amountMinor, currency),
                  a: (text) => <a href={`/${locale}/billing/invoices/${noteId}`}>{text}</a>,
                })}
              </li>
            ))}
          </ul>
        </InvoicePart>
      ) : null}
    </>
  );
}

function PaymentText({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const { kind, currency, payment, timeZone, dueOn } = invoice;
  if (kind === 'credit_note' || dueOn === null) return <p>{t('creditUse')}</p>;
  const due = amountDueOf(invoice);
  const date = payment ? formatDay(locale, dayIn(timeZone, payment.paidAt)) : formatDay(locale, dueOn);
  const amount = formatMoney(locale, payment?.amountMinor ?? due, currency);
  if (payment)
    return <p>{payment.card ? t('paidByCard', { ...payment.card, amount, date }) : t('paidOn', { amount, date })}</p>;
  return <p>{due > 0n ? t('unpaid', { amount, date }) : t('nothingToPay')}</p>;
}
