import { useTranslations } from 'next-intl';
import type { TaskPlace } from '@/app/[locale]/_task/place';
import type { StorefrontOffer, StorefrontPlan } from '@/db/storefront';
import { formatMoney } from '@/lib/i18n/formats';
import { Actions, Button } from '@/lib/ui/button';
import { Choice, Choices } from '@/lib/ui/choice';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { Field } from '@/lib/ui/field';
import { NumberInput } from '@/lib/ui/number-input';
import { Slip } from '@/lib/ui/slip';
import type { Chosen } from './situation';

type Props = { readonly place: TaskPlace; readonly chosen: Chosen; readonly offer: StorefrontOffer };

const FIELDS = { plan: 'get-plan', quantity: 'get-quantity' } as const;

/** Which plan and how many: a plain form, since choosing changes nothing but the address. */
export function PlanForm({ place: { path, locale }, chosen, offer }: Props) {
  const t = useTranslations('getApps');
  const { selection, currency } = chosen;
  const { plans } = offer;
  const refused = chosen.plan && 'code' in chosen.plan ? chosen.plan : undefined;
  const asked = plans.find(({ id }) => id === selection.plan) ?? plans[0];
  const limits = limitsOf(asked);
  const text = refused && t(`errors.${refused.code}`, limits);
  const errorOf = (field: keyof typeof FIELDS) => (refused?.field === field ? text : undefined);
  const priceOf = ({ pricing, term, unitAmountMinor }: StorefrontPlan) =>
    currency && t(`price.${pricing}.${term}`, { amount: formatMoney(locale, unitAmountMinor, currency) });
  const counted = plans.filter(({ pricing }) => pricing === 'per_license');
  return (
    <Slip>
      <form action={`${path}#choose-plan`} method="get" noValidate>
        {refused && text ? (
          <ErrorSummary title={t('errorTitle')} errors={[{ fieldId: FIELDS[refused.field], text }]} />
        ) : null}
        <input type="hidden" name="offer" value={offer.id} />
        {selection.profile === undefined ? null : <input type="hidden" name="profile" value={selection.profile} />}
        <Choices id={FIELDS.plan} legend={t('plan')} error={errorOf('plan')}>
          {plans.map((plan) => (
            <Choice
              key={plan.id}
              type="radio"
              name="plan"
              value={plan.id}
              label={`${plan.name}: ${priceOf(plan)}`}
              hint={t(`kind.${plan.pricing}`)}
              defaultChecked={plan.id === asked?.id}
            />
          ))}
        </Choices>
        {counted.length > 0 ? (
          <Field
            id={FIELDS.quantity}
            label={t('quantity')}
            hint={counted.length < plans.length ? t('quantityHintPlans') : t('quantityHint', limits)}
            error={errorOf('quantity')}
          >
            {(control) => <NumberInput {...control} name="quantity" defaultValue={selection.quantity} />}
          </Field>
        ) : null}
        <Actions>
          <Button>{t('choosePlan')}</Button>
        </Actions>
      </form>
    </Slip>
  );
}

/** Zero and zero for a flat plan. */
function limitsOf(plan: StorefrontPlan | undefined): { minimum: number; maximum: number } {
  return { minimum: plan?.minQuantity ?? 0, maximum: plan?.maxQuantity ?? 0 };
}
