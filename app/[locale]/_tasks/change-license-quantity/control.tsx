import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { decideRemovePending, decideTakeBack } from '@/lib/domain/licenses';
import { requirePolicy } from '@/lib/domain/policies';
import type { Typed } from '@/lib/domain/task-state';
import { formatDay, formatNearDay } from '@/lib/i18n/formats';
import { Slip } from '@/lib/ui/slip';
import { QuantityForm } from './form';
import { limitsOf, refusalsWithin } from './limits';
import type { Chosen } from './situation';
import { UndoForm } from './undo-form';

type Props = {
  readonly chosen: Chosen;
  /** The page it stands on, with its query. */
  readonly here: string;
  readonly typed: Typed;
};

/** Everything that can be asked for about the number of licenses: a new total, and the undoing of the last change. */
export async function QuantityControl({ chosen, here, typed }: Props) {
  const t = await getTranslations('changeLicenseQuantity');
  const locale = await getLocale();
  const { subscription, facts, today, refusal } = chosen;
  const { planned } = subscription;
  const takeBack = decideTakeBack(facts, today, { replacePending: true });
  const plannedQuantity = planned && !planned.plan ? planned : undefined;
  const canRemove = plannedQuantity !== undefined && decideRemovePending(facts).ok;
  if (refusal && !canRemove) return null;
  const refusals = refusalsWithin(facts);
  const { id, version, policyVersion } = subscription;
  const place = { locale, here, at: 'choose-quantity' };
  const common = () => ({ ...place, formKey: randomUUID(), subscription: id, version, refusals });
  const replaceLabel = t('replacePlanned');
  return (
    <Slip>
      {planned?.plan ? (
        <p>{t('plannedPlan', { plan: planned.plan.name, date: formatDay(locale, planned.effectiveOn) })}</p>
      ) : null}
      {plannedQuantity ? (
        <UndoForm
          {...common()}
          act="remove_planned_change"
          label={t('removePending')}
          replaceLabel={replaceLabel}
          explanation={t('planned', {
            quantity: plannedQuantity.quantity,
            date: formatDay(locale, plannedQuantity.effectiveOn),
            person: plannedQuantity.personName ?? '',
          })}
        />
      ) : null}
      {refusal ? null : (
        <QuantityForm
          {...common()}
          typed={typed}
          words={{
            quantity: t('quantity'),
            hint: t('quantityHint', limitsOf(facts)),
            review: t('review'),
            replacePlanned: replaceLabel,
            keepPlanned: t('keepPlanned'),
          }}
        />
      )}
      {takeBack.ok && facts.newestIncrease ? (
        <UndoForm
          {...common()}
          act="take_back"
          label={t('takeBack')}
          replaceLabel={replaceLabel}
          explanation={t('canTakeBack', {
            from: facts.newestIncrease.from,
            to: facts.newestIncrease.to,
            date: formatNearDay(locale, facts.newestIncrease.madeOn),
            days: requirePolicy(policyVersion).takeBackDays,
          })}
        />
      ) : null}
    </Slip>
  );
}
