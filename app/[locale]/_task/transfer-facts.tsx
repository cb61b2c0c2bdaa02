import { useLocale, useTranslations } from 'next-intl';
import type { InvoiceStanding } from '@/db/balances';
import { paymentReferenceOf, spellReference } from '@/lib/domain/payment-reference';
import { settings } from '@/lib/env';
import { formatDay, formatMoney } from '@/lib/i18n/formats';
import { Pair, Pairs } from '@/lib/ui/pairs';

type Props = { readonly invoice: Pick<InvoiceStanding, 'number' | 'dueOn' | 'currency'>; readonly dueMinor: bigint };

/** How to pay an invoice from one's own bank: where to, how much, and the reference that ties the money to it. */
export function TransferFacts({ invoice, dueMinor }: Props) {
  const t = useTranslations('payInvoice.transfer');
  const locale = useLocale();
  const { bankAccount, seller } = settings();
  if (!bankAccount) return <p>{t('noAccount', { seller: seller.name })}</p>;
  const { iban, bic, bank } = bankAccount;
  return (
    <>
      <Pairs>
        <Pair name={t('amount')} isStrong>
          {formatMoney(locale, dueMinor, invoice.currency)}
        </Pair>
        <Pair name={t('to')} detail={bank ?? undefined}>
          {seller.name}
        </Pair>
        <Pair name={t('iban')}>{spellReference(iban)}</Pair>
        {bic ? <Pair name={t('bic')}>{bic}</Pair> : null}
        <Pair name={t('reference')} detail={t('referenceHint', { number: invoice.number })}>
          {spellReference(paymentReferenceOf(invoice.number))}
        </Pair>
        <Pair name={t('dueOn')}>{formatDay(locale, invoice.dueOn)}</Pair>
      </Pairs>
      <p className="hint">{t('booked')}</p>
    </>
  );
}
