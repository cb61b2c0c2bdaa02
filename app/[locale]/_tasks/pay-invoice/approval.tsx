import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { TransferInstead } from '@/app/[locale]/_task/transfer-instead';
import { TRIES_A_DAY } from '@/lib/domain/policies';
import { formatDay, formatMoney } from '@/lib/i18n/formats';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { approveInvoicePayment } from './action';
import type { Chosen } from './situation';

type Props = {
  readonly chosen: Chosen;
  readonly approval: NonNullable<Chosen['approval']>;
  readonly here: string;
  readonly at: string;
};

/** A payment that the payer's bank wants approved: the way to the bank, or, back from there, what it has answered. */
export async function PayApproval({ chosen: { debt, answer }, approval, here, at }: Props) {
  const t = await getTranslations('payInvoice');
  const said = await getTranslations('payInvoice.approval');
  const locale = await getLocale();
  const { invoice, dueMinor } = debt;
  const { brand, lastFour } = approval.card;
  return (
    <Slip>
      <Pairs>
        <Pair name={t('amount')} detail={t('due', { date: formatDay(locale, invoice.dueOn) })} isStrong>
          {formatMoney(locale, dueMinor, invoice.currency)}
        </Pair>
        <Pair name={t('with')}>{t('card', { brand: brand ?? '', lastFour: lastFour ?? '' })}</Pair>
      </Pairs>
      <div className="act">
        {answer ? <p>{said(answer)}</p> : null}
        {answer === 'succeeded' ? null : <p>{said('about')}</p>}
        <CommitForm
          action={approveInvoicePayment}
          refusals={await taskRefusals('payInvoice', { tries: { count: TRIES_A_DAY } })}
          locale={locale}
          here={here}
          at={at}
          formKey={randomUUID()}
          hidden={{ invoice: invoice.id }}
          label={answer === 'succeeded' ? said('complete') : said('approve')}
        />
      </div>
      {answer === 'succeeded' ? null : <TransferInstead invoice={invoice} dueMinor={dueMinor} />}
    </Slip>
  );
}
