import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { taskRefusals } from '@/app/[locale]/_task/refusals';
import { decideKeepPlan } from '@/lib/domain/plan-change';
import type { Typed } from '@/lib/domain/task-state';
import { formatDay } from '@/lib/i18n/formats';
import { Slip } from '@/lib/ui/slip';
import { listChoices } from './choices';
import { PlanForm } from './form';
import { KeepPlanForm } from './keep-form';
import type { Chosen } from './situation';

type Props = {
  readonly chosen: Chosen;
  /** The page it stands on, with its query. */
  readonly here: string;
  readonly typed: Typed;
};

/** The plans to choose from; and, while one is planned, the way to give it up again. */
export async function PlanControl({ chosen, here, typed }: Props) {
  const t = await getTranslations('changePlan');
  const locale = await getLocale();
  const { subscription, facts, plans, current, refusal } = chosen;
  const { planned } = subscription;
  const canKeep = decideKeepPlan(facts, current).ok;
  const canChange = !refusal && plans.some(({ id }) => id !== current.id);
  if (!canKeep && !canChange) return null;
  const count = { current: facts.quantity ?? 0, assigned: facts.assignedQuantity ?? 0 };
  const values = { current: { count: count.current }, assigned: { count: count.assigned } };
  const refusals = taskRefusals('changePlan', values);
  const { id, version } = subscription;
  const common = () => ({
    locale,
    here,
    at: 'choose-plan',
    formKey: randomUUID(),
    subscription: id,
    version,
    refusals,
  });
  const plannedWords = planned && {
    date: formatDay(locale, planned.effectiveOn),
    person: planned.personName ?? '',
  };
  return (
    <Slip>
      {canKeep && planned?.plan && plannedWords ? (
        <KeepPlanForm
          {...common()}
          label={t('keep', { plan: current.name })}
          explanation={t('planned', { ...plannedWords, plan: planned.plan.name })}
        />
      ) : null}
      {canChange && planned && !planned.plan && plannedWords ? (
        <p>{t('plannedQuantity', { ...plannedWords, quantity: planned.quantity })}</p>
      ) : null}
      {canChange ? (
        <PlanForm
          {...common()}
          typed={typed}
          choices={await listChoices(chosen)}
          quantity={
            plans.some(({ id: plan, pricing }) => plan !== current.id && pricing === 'per_license')
              ? {
                  label: t('quantity'),
                  hint: t('quantityHint', { ...count, pricing: facts.pricing }),
                  current: facts.quantity === null ? '' : String(facts.quantity),
                }
              : undefined
          }
          words={{
            plan: t('plan'),
            review: t('review'),
            replacePlanned: t('replacePlanned'),
            keepPlanned: t('keepPlanned'),
          }}
        />
      ) : null}
    </Slip>
  );
}
