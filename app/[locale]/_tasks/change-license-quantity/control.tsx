import { randomUUID } from 'node:crypto';
import { useLocale, useTranslations } from 'next-intl';
import { decideRemovePending, decideTakeBack } from '@/lib/domain/licenses';
import { requirePolicy } from '@/lib/domain/policies';
import type { Typed } from '@/lib/domain/task-state';
import { formatDay, formatNearDay } from '@/lib/i18n/formats';
import { Slip } from '@/lib/ui/slip';
import { QuantityForm } from './form';
import { FormWords } from './form-words';
import { limitsOf } from './limits';
import type { Chosen } from './situation';
import { UndoForm } from './undo-form';

type Props = {
  readonly chosen: Chosen;
  /** The page it stands on, with its query, and the anchor to come back to. */
  readonly here: string;
  readonly at: string;
  readonly typed: Typed;
};

/** Everything that can be asked for about the number of licenses: a new total, and the undoing of the last change. */
export function QuantityControl({ chosen, here, at, typed }: Props) {
  const t = useTranslations('changeLicenseQuantity');
  const locale = useLocale();
  const { subscription, facts, today, refusal } = chosen;
  const common = () => ({
    locale,
    here,
    at,
    formKey: randomUUID(),
    subscription: subscription.id,
    version: subscription.version,
    limits: limitsOf(facts),
  });
  const { planned } = subscription;
  const takeBack = decideTakeBack(facts, today, { replacePending: true });
  const canRemove = planned !== null && decideRemovePending(facts).ok;
  if (refusal && !canRemove) return null;
  const days = requirePolicy(subscription.policyVersion).takeBackDays;
  return (
    <Slip>
      <FormWords>
        {planned ? (
          <UndoForm
            {...common()}
            act="remove_planned_change"
            label={t('removePending')}
            explanation={t('planned', {
              quantity: planned.quantity,
              date: formatDay(locale, planned.effectiveOn),
              person: planned.personName ?? '',
            })}
          />
        ) : null}
        {refusal ? null : <QuantityForm {...common()} typed={typed} />}
        {takeBack.ok && facts.newestIncrease ? (
          <UndoForm
            {...common()}
            act="take_back"
            label={t('takeBack')}
            explanation={t('canTakeBack', {
              from: facts.newestIncrease.from,
              to: facts.newestIncrease.to,
              date: formatNearDay(locale, facts.newestIncrease.madeOn),
              days,
            })}
          />
        ) : null}
      </FormWords>
    </Slip>
  );
}
