import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import type { Refusals, Typed } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { type ChoiceOption, ChoiceSet } from '@/lib/ui/choice-set';
import { Field } from '@/lib/ui/field';
import { NumberInput } from '@/lib/ui/number-input';
import { SubmitButton } from '@/lib/ui/submit-button';
import { reviewPlan } from './action';
import type { PlanCode } from './code';

/** What the form was rendered from. */
export type PlanFormProps = FormPlaceProps & {
  readonly subscription: string;
  readonly version: number;
  readonly refusals: Refusals<PlanCode>;
};

type Props = PlanFormProps & {
  readonly typed: Typed;
  readonly choices: readonly ChoiceOption[];
  /** Undefined where every plan has a flat price: there is no number to ask for. */
  readonly quantity: { readonly label: string; readonly hint: string; readonly current: string } | undefined;
  readonly words: {
    readonly plan: string;
    readonly review: string;
    readonly replacePlanned: string;
    readonly keepPlanned: string;
  };
};

/** Another plan and, where its price is per license, how many. It asks for a review; nothing changes yet. */
export function PlanForm(props: Props) {
  const { subscription, version, refusals, typed: before, choices, quantity, words, ...place } = props;
  const fieldIds = { plan: `plan-${subscription}`, quantity: `plan-quantity-${subscription}` };
  return (
    <ActionForm form="plan" action={reviewPlan} refusals={refusals} fieldIds={fieldIds}>
      {({ typed, errorAt, isRefusedFor }) => (
        <>
          <PlaceFields {...place} hidden={{ subscription, version, act: 'change' }} />
          <ChoiceSet
            id={fieldIds.plan}
            legend={words.plan}
            name="plan"
            choices={choices}
            chosen={typed.plan ?? before.plan}
            error={errorAt('plan')}
          />
          {quantity ? (
            <Field id={fieldIds.quantity} label={quantity.label} hint={quantity.hint} error={errorAt('quantity')}>
              {(control) => (
                <NumberInput
                  {...control}
                  name="quantity"
                  defaultValue={typed.quantity ?? before.quantity ?? quantity.current}
                />
              )}
            </Field>
          ) : null}
          <Actions>
            {isRefusedFor('pending_change_exists') ? (
              <>
                <Button name="replacePlanned" value="yes">
                  {words.replacePlanned}
                </Button>
                <a href={place.here}>{words.keepPlanned}</a>
              </>
            ) : (
              <SubmitButton>{words.review}</SubmitButton>
            )}
          </Actions>
        </>
      )}
    </ActionForm>
  );
}
