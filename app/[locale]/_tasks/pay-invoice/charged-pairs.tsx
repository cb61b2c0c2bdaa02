import { getLocale, getTranslations } from 'next-intl/server';
import type { Debt } from '@/db/debts';
import { formatDay, formatMoney } from '@/lib/i18n/formats';
import { Pair, Pairs } from '@/lib/ui/pairs';

type Props = {
  readonly debt: Pick<Debt, 'invoice' | 'dueMinor'>;
  readonly card: { readonly brand?: string | null | undefined; readonly lastFour?: string | null | undefined };
};

/** What of an invoice is charged, and to which card. */
export async function ChargedPairs({ debt: { invoice, dueMinor }, card: { brand, lastFour } }: Props) {
  const t = await getTranslations('payInvoice');
  const locale = await getLocale();
  return (
    <Pairs>
      <Pair name={t('amount')} detail={t('due', { date: formatDay(locale, invoice.dueOn) })} isStrong>
        {formatMoney(locale, dueMinor, invoice.currency)}
      </Pair>
      <Pair name={t('with')}>{t('card', { brand: brand ?? '', lastFour: lastFour ?? '' })}</Pair>
    </Pairs>
  );
}
