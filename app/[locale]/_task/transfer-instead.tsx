import { useTranslations } from 'next-intl';
import type { Debt } from '@/db/debts';
import { Disclosure } from '@/lib/ui/disclosure';
import { TransferFacts } from './transfer-facts';

/** The way around the card. */
export function TransferInstead(debt: Pick<Debt, 'invoice' | 'dueMinor'>) {
  const t = useTranslations('payInvoice');
  return (
    <Disclosure summary={t('transferInstead')}>
      <p>{t('transferInsteadText')}</p>
      <TransferFacts invoice={debt.invoice} dueMinor={debt.dueMinor} />
    </Disclosure>
  );
}
