import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { FigureList } from '@/app/[locale]/_task/figure-list';
import { receiptToFigures } from '@/app/[locale]/_task/receipt-to';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { moveFiguresOf } from '@/db/move-figures';
import type { Reader } from '@/lib/server/guard';
import { listMoveRecipients } from '@/lib/server/profile-move';
import { ChangeFigure } from '@/lib/ui/change-figure';
import { Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { changeBillingProfile } from './action';
import type { Chosen } from './situation';

type Props = {
  readonly reader: Reader;
  readonly chosen: Chosen;
  readonly waiting: NonNullable<Chosen['waiting']>;
  readonly here: string;
  /** The same page without the review. */
  readonly back: string;
};

/** Before → after, who pays with what from when, the next renewal, who gets the receipt; then the button. */
export async function ProfileMoveReview({ reader, chosen: { subscription }, waiting, here, back }: Props) {
  const t = await getTranslations('changeBillingProfile');
  const task = await getTranslations('task');
  const { preview, decision } = waiting;
  const { from, to } = decision.shown;
  const { figures } = moveFiguresOf(decision.shown, subscription, 'before');
  const recipients = await listMoveRecipients(reader.scope, decision.shown);
  return (
    <Slip className="review">
      <ChangeFigure from={from.name} to={to.name} between={task('becomes')} />
      <Pairs>
        <FigureList
          figures={[
            ...figures.filter(({ name }) => name !== 'billingProfile'),
            ...receiptToFigures(recipients, reader.session.email, figures),
          ]}
        />
      </Pairs>
      <CommitForm
        form="review"
        action={changeBillingProfile}
        refusals={taskRefusals('changeBillingProfile')}
        locale={await getLocale()}
        here={here}
        at="review"
        formKey={preview.key}
        hidden={{ subscription: subscription.id, version: preview.version, profile: to.id }}
        label={t('confirm', { profile: to.name })}
        leave={{ href: back, label: task('leave') }}
      />
    </Slip>
  );
}
