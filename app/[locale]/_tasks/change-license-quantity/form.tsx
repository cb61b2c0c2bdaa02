'use client';

import { useActionState } from 'react';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { errorAt, TaskErrors } from '@/app/[locale]/_task/task-errors';
import { type Refusals, type Typed, UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
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
  const [state, submit, isPending] = useActionState(reviewLicenseQuantity, UNTOUCHED);
  const asksWhichToKeep = state.errors.some(({ code }) => code === 'pending_change_exists');
  const fieldId = `quantity-${subscription}`;
  return (
    <form action={submit} noValidate>
      <TaskErrors errors={state.errors} refusals={refusals} fieldIds={{ quantity: fieldId }} />
      <PlaceFields {...place} />
      <input type="hidden" name="subscription" value={subscription} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="act" value="change" />
      <Field id={fieldId} label={words.quantity} hint={words.hint} error={errorAt('quantity', state.errors, refusals)}>
        {(control) => (
          <>
            <input
              {...control}
              className="input input-number"
              name="quantity"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={state.typed.quantity ?? typed.quantity ?? ''}
            />
            {asksWhichToKeep ? null : <Button aria-disabled={isPending}>{words.review}</Button>}
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
    </form>
  );
}
