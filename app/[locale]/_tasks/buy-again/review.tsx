import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { FigureList } from '@/app/[locale]/_task/figure-list';
import { receiptToFigures } from '@/app/[locale]/_task/receipt-to';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { listReceiptRecipients } from '@/db/colleagues';
import { purchaseFigures } from '@/db/purchase-figures';
import type { Reader } from '@/lib/server/guard';
import { Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { buyAgain } from './action';
import type { Chosen } from './situation';

type Props = {
  readonly reader: Reader;
  readonly waiting: NonNullable<Chosen['waiting']>;
  readonly here: string;
  /** The same page without the review. */
  readonly back: string;
};

/** What is bought, at what price, who pays, what happens next and under which agreement; then the button. */
export async function BuyAgainReview({ reader, waiting: { preview, decision }, here, back }: Props) {
  const t = await getTranslations('buyAgain');
  const task = await getTranslations('task');
  const { purchase, shown } = decision;
  const { draft, plan, offer } = purchase;
  const { figures } = purchaseFigures({ purchase, price: shown.price }, 'before');
  const recipients = await listReceiptRecipients(reader.scope, draft.billingProfileId);
  const limits = { minimum: { count: plan.minQuantity ?? 0 }, maximum: { count: plan.maxQuantity ?? 0 } };
  return (
    <Slip className="review">
      <Pairs>
        <FigureList figures={[...figures, ...receiptToFigures(recipients, reader.session.email, figures)]} />
      </Pairs>
      <CommitForm
        form="review"
        action={buyAgain}
        refusals={taskRefusals('buyAgain', limits)}
        locale={await getLocale()}
        here={here}
        at="review"
        formKey={preview.key}
        hidden={{
          subscription: decision.replaced.id,
          plan: draft.planId,
          profile: draft.billingProfileId,
          quantity: draft.quantity === null ? '' : draft.quantity,
          agreement: draft.agreementVersion,
          version: preview.version,
        }}
        label={t('confirm', { app: offer.name })}
        leave={{ href: back, label: task('leave') }}
      />
    </Slip>
  );
}
