import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { FigureList } from '@/app/[locale]/_task/figure-list';
import { receiptToFigures } from '@/app/[locale]/_task/receipt-to';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { cancellationFigures } from '@/db/cancellation-figures';
import { listReceiptRecipients } from '@/db/colleagues';
import { CANCEL_COMMENT_LENGTH } from '@/lib/domain/cancellation';
import { formatNearDay } from '@/lib/i18n/formats';
import type { Reader } from '@/lib/server/guard';
import { ChangeFigure } from '@/lib/ui/change-figure';
import { Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { cancelSubscription } from './action';
import type { Chosen } from './situation';

type Props = {
  readonly reader: Reader;
  readonly chosen: Chosen;
  readonly waiting: NonNullable<Chosen['waiting']>;
  readonly here: string;
  /** The same page without the review. */
  readonly back: string;
};

/** What ends and when, whom it concerns, what happens to money and data, what cannot be undone; then the button. */
export async function CancelReview({ reader, chosen: { subscription }, waiting, here, back }: Props) {
  const t = await getTranslations('cancelSubscription');
  const task = await getTranslations('task');
  const states = await getTranslations('subscription.states');
  const locale = await getLocale();
  const { preview, decision } = waiting;
  const { time, from, endsOn } = decision.shown;
  const { figures } = cancellationFigures(decision.shown, subscription, 'before');
  const recipients = await listReceiptRecipients(reader.scope, subscription.billingProfileId);
  return (
    <Slip className="review ending">
      <ChangeFigure
        from={states(from)}
        to={
          time === 'now'
            ? states('disabled').toLocaleLowerCase(locale)
            : t('endsOn', { date: formatNearDay(locale, endsOn) })
        }
        between={task('becomes')}
      />
      <Pairs>
        <FigureList figures={[...figures, ...receiptToFigures(recipients, reader.session.email, figures)]} />
      </Pairs>
      <CommitForm
        form="review"
        action={cancelSubscription}
        refusals={taskRefusals('cancelSubscription', { maximum: { count: CANCEL_COMMENT_LENGTH } })}
        locale={locale}
        here={here}
        at="review"
        formKey={preview.key}
        hidden={{ subscription: subscription.id, version: preview.version, time }}
        label={time === 'now' ? t('confirmNow') : t('confirmAtEnd')}
        kind="danger"
        leave={{ href: back, label: task('leave') }}
      />
    </Slip>
  );
}
