import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { TransferInstead } from '@/app/[locale]/_task/transfer-instead';
import { TRIES_A_DAY } from '@/lib/domain/policies';
import { Slip } from '@/lib/ui/slip';
import { approveInvoicePayment } from './action';
import { ChargedPairs } from './charged-pairs';
import type { Chosen } from './situation';

type Props = {
  readonly chosen: Chosen;
  readonly approval: NonNullable<Chosen['approval']>;
  readonly here: string;
  readonly at: string;
};

/** A payment that the payer's bank wants approved: the way to the bank, or, back from there, what it has answered. */
export async function PayApproval({ chosen: { debt, answer }, approval, here, at }: Props) {
  const t = await getTranslations('payInvoice.approval');
  const locale = await getLocale();
  const { invoice, dueMinor } = debt;
  return (
    <Slip>
      <ChargedPairs debt={debt} card={approval.card} />
      <div className="act">
        {answer ? <p>{t(answer)}</p> : null}
        {answer === 'succeeded' ? null : <p>{t('about')}</p>}
        <CommitForm
          form="approve"
          action={approveInvoicePayment}
          refusals={taskRefusals('payInvoice', { tries: { count: TRIES_A_DAY } })}
          locale={locale}
          here={here}
          at={at}
          formKey={randomUUID()}
          hidden={{ invoice: invoice.id }}
          label={answer === 'succeeded' ? t('complete') : t('approve')}
        />
      </div>
      {answer === 'succeeded' ? null : <TransferInstead invoice={invoice} dueMinor={dueMinor} />}
    </Slip>
  );
}
