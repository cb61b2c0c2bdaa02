import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import type { Refusals, Typed } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { NumberInput } from '@/lib/ui/number-input';
import { SubmitButton } from '@/lib/ui/submit-button';
import { reviewLicenseQuantity } from './action';
import type { QuantityCode } from './code';

/** What the form was rendered from. */
export type QuantityFormProps = FormPlaceProps & {
  readonly subscription: string;
  readonly version: number;
  readonly refusals: Refusals<QuantityCode>;
};

type Props = QuantityFormProps & {
  readonly typed: Typed;
  readonly words: {
    readonly quantity: string;
    readonly hint: string;
    readonly review: string;
    readonly replacePlanned: string;
    readonly keepPlanned: string;
  };
};

/** The new total of licenses. It asks for a review; nothing changes yet. */
export function QuantityForm({ subscription, version, refusals, typed, words, ...place }: Props) {
  const fieldId = `quantity-${subscription}`;
  return (
    <ActionForm form="quantity" action={reviewLicenseQuantity} refusals={refusals} fieldIds={{ quantity: fieldId }}>
      {(answered) => {
        const asksWhichToKeep = answered.isRefusedFor('pending_change_exists');
        return (
          <>
            <PlaceFields {...place} hidden={{ subscription, version, act: 'change' }} />
            <Field id={fieldId} label={words.quantity} hint={words.hint} error={answered.errorAt('quantity')}>
              {(control) => (
                <>
                  <NumberInput
                    {...control}
                    name="quantity"
                    defaultValue={answered.typed.quantity ?? typed.quantity ?? ''}
                  />
                  {asksWhichToKeep ? null : <SubmitButton>{words.review}</SubmitButton>}
                </>
              )}
            </Field>
            {asksWhichToKeep ? (
              <Actions>
                <Button name="replacePlanned" value="yes">
                  {words.replacePlanned}
                </Button>
                <a href={place.here}>{words.keepPlanned}</a>
              </Actions>
            ) : null}
          </>
        );
      }}
    </ActionForm>
  );
}
