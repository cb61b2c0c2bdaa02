import { getLocale, getTranslations } from 'next-intl/server';
import { CommitForm } from '@/app/[locale]/_task/commit-form';
import { FigureList } from '@/app/[locale]/_task/figure-list';
import { receiptToFigures } from '@/app/[locale]/_task/receipt-to';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { listReceiptRecipients } from '@/db/colleagues';
import { planFiguresOf } from '@/db/plan-figures';
import type { PlanWish } from '@/lib/domain/plan-decision';
import type { Reader } from '@/lib/server/guard';
import { ChangeFigure } from '@/lib/ui/change-figure';
import { Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { changePlan } from './action';
import type { Chosen } from './situation';

type Props = {
  readonly reader: Reader;
  readonly chosen: Chosen;
  readonly waiting: NonNullable<Chosen['waiting']>;
  readonly here: string;
  /** The same page without the review. */
  readonly back: string;
};

const LABEL = { change_plan: 'confirm', change_plan_at_renewal: 'confirmAtRenewal', keep_plan: 'keep' } as const;

/** Before → after, money today, money next time, who pays with what, who gets the receipt; then the button. */
export async function PlanReview({ reader, chosen, waiting, here, back }: Props) {
  const t = await getTranslations('changePlan');
  const task = await getTranslations('task');
  const { subscription, facts, today } = chosen;
  const { preview, decision } = waiting;
  const { from, to, figures } = planFiguresOf(decision.shown, subscription, today, 'before');
  const recipients = await listReceiptRecipients(reader.scope, subscription.billingProfileId);
  const values = { current: { count: facts.quantity ?? 0 }, assigned: { count: facts.assignedQuantity ?? 0 } };
  return (
    <Slip className="review">
      <ChangeFigure from={from.plan.name} to={to.plan.name} between={task('becomes')} />
      <Pairs>
        <FigureList
          figures={[
            ...figures.filter(({ name }) => name !== 'plan'),
            ...receiptToFigures(recipients, reader.session.email, figures),
          ]}
        />
      </Pairs>
      <CommitForm
        form="review"
        action={changePlan}
        refusals={taskRefusals('changePlan', values)}
        locale={await getLocale()}
        here={here}
        at="review"
        formKey={preview.key}
        hidden={{ subscription: subscription.id, version: preview.version, ...fieldsOf(preview.wish) }}
        label={t(LABEL[decision.shown.act], { plan: to.plan.name })}
        leave={{ href: back, label: task('leave') }}
      />
    </Slip>
  );
}

/** The wish as the form sends it. */
function fieldsOf(wish: PlanWish): Record<string, string | number> {
  if (wish.act === 'keep') return { act: wish.act };
  const { act, planId, quantity, replacePlanned } = wish;
  return { act, plan: planId, quantity: quantity ?? '', replacePlanned: replacePlanned ? 'yes' : 'no' };
}
