import { useTranslations } from 'next-intl';
import { Price } from '@/app/[locale]/_apps/price';
import type { TaskPlace } from '@/app/[locale]/_task/place';
import type { PlanChoice } from '@/db/purchase-choices';
import { Actions, Button } from '@/lib/ui/button';
import { Choice, Choices } from '@/lib/ui/choice';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { Field } from '@/lib/ui/field';
import { NumberInput } from '@/lib/ui/number-input';
import { Slip } from '@/lib/ui/slip';
import { prefill } from './choice';
import type { Chosen } from './situation';

type Props = { readonly place: TaskPlace; readonly chosen: Chosen };

const FIELDS = { plan: 'buy-plan', quantity: 'buy-quantity', profile: 'buy-profile' } as const;

/** Which plan, how many and who pays: a plain form, since choosing changes nothing but the address. */
export function PlanForm({ place: { path, record }, chosen }: Props) {
  const t = useTranslations('buyAgain');
  const { subscription, plans, profiles, judged } = chosen;
  const { currency } = subscription;
  const typed = chosen.typed ?? prefill(subscription, plans, profiles);
  const limits = limitsOf(plans.find(({ id }) => id === typed.plan) ?? plans[0]);
  const refused = judged && 'code' in judged ? judged : undefined;
  const text = refused && t(`errors.${refused.code}`, limits);
  const errorOf = (field: keyof typeof FIELDS) => (refused?.field === field ? text : undefined);
  const hasQuantity = plans.some(({ pricing }) => pricing === 'per_license');
  return (
    <Slip>
      <form action={`${path}#choose-plan`} method="get" noValidate>
        {refused && text ? (
          <ErrorSummary title={t('errorTitle')} errors={[{ fieldId: FIELDS[refused.field], text }]} />
        ) : null}
        {record ? <input type="hidden" name="do" value={record.task} /> : null}
        {record ? null : <input type="hidden" name="app" value={subscription.id} />}
        <Choices id={FIELDS.plan} legend={t('plan')} error={errorOf('plan')}>
          {plans.map((plan) => (
            <Choice
              key={plan.id}
              type="radio"
              name="plan"
              value={plan.id}
              label={plan.name}
              hint={<Price subscription={{ ...plan, currency, plan }} />}
              defaultChecked={plan.id === typed.plan}
            />
          ))}
        </Choices>
        {hasQuantity ? (
          <Field
            id={FIELDS.quantity}
            label={t('quantity')}
            hint={t('quantityHint', limits)}
            error={errorOf('quantity')}
          >
            {(control) => <NumberInput {...control} name="quantity" defaultValue={typed.quantity} />}
          </Field>
        ) : null}
        <Field
          id={FIELDS.profile}
          label={t('profile')}
          hint={t('profileHint', { currency })}
          error={errorOf('profile')}
        >
          {(control) => (
            <select {...control} className="input" name="profile" defaultValue={typed.profile}>
              {profiles.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Actions>
          <Button>{t('choose')}</Button>
        </Actions>
      </form>
    </Slip>
  );
}

/** Zero and zero for a flat plan. */
function limitsOf(plan: PlanChoice | undefined): { minimum: number; maximum: number } {
  return { minimum: plan?.minQuantity ?? 0, maximum: plan?.maxQuantity ?? 0 };
}
