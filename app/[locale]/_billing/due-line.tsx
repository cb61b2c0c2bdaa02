import { useLocale, useTranslations } from 'next-intl';
import type { Currency } from '@/lib/domain/money';
import { formatMoney } from '@/lib/i18n/formats';
import { StateMark } from '@/lib/ui/state-mark';
import type { DueSums } from './document-selection';

/** What is to pay on a profile, and how much of it is late. */
export function DueLine({ sums: { dueMinor, overdueMinor }, currency }: { sums: DueSums; currency: Currency }) {
  const t = useTranslations('billing');
  const locale = useLocale();
  if (dueMinor === 0n) return <StateMark tone="good">{t('nothingDue')}</StateMark>;
  const amount = formatMoney(locale, dueMinor, currency);
  if (overdueMinor === 0n) return <StateMark tone="waiting">{t('toPay', { amount })}</StateMark>;
  const overdue = formatMoney(locale, overdueMinor, currency);
  return (
    <StateMark tone="problem">
      {overdueMinor === dueMinor ? t('allOverdue', { amount }) : t('someOverdue', { amount, overdue })}
    </StateMark>
  );
}
