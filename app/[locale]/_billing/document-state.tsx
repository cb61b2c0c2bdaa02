import { useLocale, useTranslations } from 'next-intl';
import type { DocumentSummary } from '@/db/invoices';
import type { Day } from '@/lib/domain/days';
import { type InvoiceState, invoiceStateOf } from '@/lib/domain/invoices';
import { formatDay } from '@/lib/i18n/formats';
import { StateMark, type StateTone } from '@/lib/ui/state-mark';

const TONE: Record<InvoiceState, StateTone> = {
  paid: 'good',
  due: 'waiting',
  overdue: 'problem',
  credited: 'ended',
};

type Props = {
  readonly document: Pick<DocumentSummary, 'kind' | 'dueOn' | 'totalMinor' | 'paidMinor' | 'creditedMinor'>;
  readonly today: Day;
};

/** How an invoice stands, in words and shape; a credit note is issued and no more. */
export function DocumentState({ document, today }: Props) {
  const t = useTranslations('invoice');
  const locale = useLocale();
  const { dueOn } = document;
  if (dueOn === null) return <StateMark tone="ended">{t('states.credit_note')}</StateMark>;
  const state = invoiceStateOf(document, dueOn, today);
  return <StateMark tone={TONE[state]}>{t(`states.${state}`, { date: formatDay(locale, dueOn) })}</StateMark>;
}
