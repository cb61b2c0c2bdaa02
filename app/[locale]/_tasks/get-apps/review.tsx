import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { FigureList } from '@/app/[locale]/_task/figure-list';
import { receiptToFigures } from '@/app/[locale]/_task/receipt-to';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { withSender } from '@/db/app-purchases';
import { listReceiptRecipients } from '@/db/colleagues';
import { purchaseFigures } from '@/db/purchase-figures';
import type { Reader } from '@/lib/server/guard';
import { Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { buyApp } from './action';
import { hiddenFields, limitsOf } from './fields';
import type { Chosen } from './situation';

type Props = {
  readonly reader: Reader;
  readonly waiting: NonNullable<Chosen['waiting']>;
  readonly here: string;
  /** The same page without the review. */
  readonly back: string;
};

/** What is bought, at what price, who pays, what happens next and under which agreement; then the button. */
export async function PurchaseReview({ reader, waiting: { preview, decision }, here, back }: Props) {
  const t = await getTranslations('getApps');
  const task = await getTranslations('task');
  const { purchase, order, shown } = decision;
  const { draft, plan, offer } = purchase;
  const { figures } = purchaseFigures({ purchase, price: shown.price }, 'before');
  const recipients = await listReceiptRecipients(reader.scope, draft.billingProfileId);
  const chosen = { plan, quantity: draft.quantity };
  const { billingProfileId: profileId, agreementVersion: agreement } = draft;
  return (
    <Slip className="review">
      <Pairs>
        <FigureList
          figures={[...withSender(figures, order), ...receiptToFigures(recipients, reader.session.email, figures)]}
        />
      </Pairs>
      <CommitForm
        form="review"
        action={buyApp}
        refusals={taskRefusals('getApps', limitsOf(plan))}
        locale={await getLocale()}
        here={here}
        at="review"
        formKey={preview.key}
        hidden={{ ...hiddenFields({ chosen, order, profileId, version: preview.version }), agreement }}
        label={t('confirm', { app: offer.name })}
        leave={{ href: back, label: task('leave') }}
      />
    </Slip>
  );
}
