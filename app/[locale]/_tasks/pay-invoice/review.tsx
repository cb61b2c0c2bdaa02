import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { FigureList } from '@/app/[locale]/_task/figure-list';
import { receiptToFigures } from '@/app/[locale]/_task/receipt-to';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { listReceiptRecipients } from '@/db/colleagues';
import { dueFiguresOf } from '@/db/debt-figures';
import { TRIES_A_DAY } from '@/lib/domain/policies';
import { formatMoney } from '@/lib/i18n/formats';
import type { Reader } from '@/lib/server/guard';
import { Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { payInvoice } from './action';
import type { Chosen } from './situation';

type Props = {
  readonly reader: Reader;
  readonly waiting: NonNullable<Chosen['waiting']>;
  readonly here: string;
  /** The same page without the review. */
  readonly back: string;
};

/** What is paid, with which card, and what comes of it; then the button that takes the money. */
export async function PayReview({ reader, waiting: { preview, decision }, here, back }: Props) {
  const t = await getTranslations('payInvoice');
  const task = await getTranslations('task');
  const locale = await getLocale();
  const { debt, shown, version } = decision;
  const recipients = await listReceiptRecipients(reader.scope, debt.profile.id);
  const amount = formatMoney(locale, shown.dueMinor, debt.invoice.currency);
  const figures = dueFiguresOf(debt, shown.card);
  return (
    <Slip className="review" id="review">
      <Pairs>
        <FigureList figures={[...figures, ...receiptToFigures(recipients, reader.session.email, figures)]} />
      </Pairs>
      <CommitForm
        form="review"
        action={payInvoice}
        refusals={taskRefusals('payInvoice', { tries: { count: TRIES_A_DAY } })}
        locale={locale}
        here={here}
        at="review"
        formKey={preview.key}
        hidden={{ invoice: debt.invoice.id, version }}
        label={t('pay', { amount })}
        leave={{ href: back, label: task('leave') }}
      />
    </Slip>
  );
}
