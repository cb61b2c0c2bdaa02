import { getLocale, getTranslations } from 'next-intl/server';
import { listReceiptRecipients } from '@/db/colleagues';
import { figuresOf } from '@/db/quantity-receipt';
import { formatList } from '@/lib/i18n/formats';
import type { Reader } from '@/lib/server/guard';
import { ChangeFigure } from '@/lib/ui/change-figure';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { CommitForm } from './commit-form';
import { FormWords } from './form-words';
import { limitsOf } from './limits';
import { QuantityFigures } from './quantity-figures';
import type { Chosen } from './situation';

type Props = {
  readonly reader: Reader;
  readonly chosen: Chosen & { readonly reviewed: NonNullable<Chosen['reviewed']> };
  readonly here: string;
  /** The same page without the review. */
  readonly back: string;
};

/** Before → after, money today, money next time, who pays with what, who gets the receipt; then the button. */
export async function QuantityReview({ reader, chosen, here, back }: Props) {
  const t = await getTranslations('changeLicenseQuantity');
  const locale = await getLocale();
  const { subscription, facts, reviewed, today } = chosen;
  const { decision, preview } = reviewed;
  const figures = figuresOf(decision, subscription, today);
  const recipients = await listReceiptRecipients(reader.scope, subscription.billingProfileId);
  const others = recipients.filter(({ email }) => email !== reader.session.email).map(({ email }) => email);
  const label = {
    increase: t('confirm', { quantity: figures.to }),
    decrease: t('confirm', { quantity: figures.to }),
    decrease_now: t('confirm', { quantity: figures.to }),
    take_back: t('takeBack'),
    remove_planned_change: t('removePending'),
  }[decision.act];
  return (
    <Slip className="review">
      <ChangeFigure from={figures.from} to={t('count', { count: figures.to })} between={t('becomes')} />
      <Pairs>
        <QuantityFigures figures={figures} act={decision.act} />
        <Pair name={t('receiptTo')}>
          {others.length > 0 ? t('youAnd', { others: formatList(locale, others) }) : t('you')}
        </Pair>
      </Pairs>
      <FormWords>
        <CommitForm
          locale={locale}
          here={here}
          at="review"
          formKey={preview.key}
          subscription={subscription.id}
          version={preview.subscriptionVersion}
          limits={limitsOf(facts)}
          wish={preview.wish}
          label={label}
          back={back}
        />
      </FormWords>
    </Slip>
  );
}
