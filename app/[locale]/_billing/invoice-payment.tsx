import { useLocale, useTranslations } from 'next-intl';
import type { Invoice } from '@/db/invoices';
import { type Day, dayIn } from '@/lib/domain/days';
import { amountDueOf } from '@/lib/domain/invoices';
import { formatDay, formatMoney } from '@/lib/i18n/formats';
import { InvoicePart } from '@/lib/ui/invoice-sheet';

type Props = { readonly invoice: Invoice; readonly today: Day };

/** How an invoice was paid or that it is not, and the credit notes that refer to it; of a credit note its use. */
export function InvoicePayment({ invoice, today }: Props) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const { currency, credits } = invoice;
  return (
    <>
      <InvoicePart title={invoice.kind === 'invoice' ? t('payment') : t('credit')}>
        <PaymentText invoice={invoice} today={today} />
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

function PaymentText({ invoice, today }: Props) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const { currency, payments, timeZone, dueOn } = invoice;
  if (dueOn === null) return <p>{t('creditUse')}</p>;
  const paid = payments.map(({ kind, amountMinor, paidAt, takenBackAt, card }) => {
    const what = {
      amount: formatMoney(locale, amountMinor, currency),
      date: formatDay(locale, dayIn(timeZone, paidAt)),
    };
    const text =
      kind === 'credit' ? t('paidByCredit', what) : card ? t('paidByCard', { ...card, ...what }) : t('paidOn', what);
    return (
      <p key={`${kind}${paidAt}`}>
        {text} {takenBackAt ? t('takenBack', { date: formatDay(locale, dayIn(timeZone, takenBackAt)) }) : null}
      </p>
    );
  });
  const due = amountDueOf(invoice);
  const left = { amount: formatMoney(locale, due, currency), date: formatDay(locale, dueOn) };
  if (due === 0n) return paid.length > 0 ? paid : <p>{t('nothingToPay')}</p>;
  return (
    <>
      {paid}
      <p>{today > dueOn ? t('unpaidLate', left) : t('unpaid', left)}</p>
    </>
  );
}
