import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { FigureList } from '@/app/[locale]/_task/figure-list';
import { receiptToFigures } from '@/app/[locale]/_task/receipt-to';
import { listReceiptRecipients } from '@/db/colleagues';
import { figuresOf } from '@/db/quantity-figures';
import type { QuantityWish } from '@/lib/domain/quantity-decision';
import type { Reader } from '@/lib/server/guard';
import { ChangeFigure } from '@/lib/ui/change-figure';
import { Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { changeLicenseQuantity } from './action';
import { refusalsWithin } from './limits';
import type { Chosen } from './situation';

type Props = {
  readonly reader: Reader;
  readonly chosen: Chosen;
  readonly waiting: NonNullable<Chosen['waiting']>;
  readonly here: string;
  /** The same page without the review. */
  readonly back: string;
};

/** Before → after, money today, money next time, who pays with what, who gets the receipt; then the button. */
export async function QuantityReview({ reader, chosen, waiting, here, back }: Props) {
  const t = await getTranslations('changeLicenseQuantity');
  const task = await getTranslations('task');
  const { subscription, facts, today } = chosen;
  const { preview, decision } = waiting;
  const { from, to, figures } = figuresOf(decision.shown, subscription, today, 'before');
  const recipients = await listReceiptRecipients(reader.scope, subscription.billingProfileId);
  const { act } = decision.shown;
  const label =
    act === 'take_back'
      ? t('takeBack')
      : act === 'remove_planned_change'
        ? t('removePending')
        : t('confirm', { quantity: to });
  return (
    <Slip className="review">
      <ChangeFigure from={from} to={t('count', { count: to })} between={task('becomes')} />
      <Pairs>
        <FigureList
          figures={[
            ...figures.filter(({ name }) => name !== 'licenses'),
            ...receiptToFigures(recipients, reader.session.email, figures),
          ]}
        />
      </Pairs>
      <CommitForm
        form="review"
        action={changeLicenseQuantity}
        refusals={refusalsWithin(facts)}
        locale={await getLocale()}
        here={here}
        at="review"
        formKey={preview.key}
        hidden={{ subscription: subscription.id, version: preview.version, ...fieldsOf(preview.wish) }}
        label={label}
        leave={{ href: back, label: task('leave') }}
      />
    </Slip>
  );
}

/** The wish as the form sends it. */
function fieldsOf(wish: QuantityWish): Record<string, string | number> {
  if (wish.act === 'remove_planned_change') return { act: wish.act };
  const replacePlanned = wish.replacePlanned ? 'yes' : 'no';
  return wish.act === 'change'
    ? { act: wish.act, quantity: wish.quantity, replacePlanned }
    : { act: wish.act, replacePlanned };
}
