'use client';

import { useActionState } from 'react';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { errorAt, TaskErrors } from '@/app/[locale]/_task/task-errors';
import { type Refusals, type Typed, UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { type ChoiceOption, ChoiceSet } from '@/lib/ui/choice-set';
import { Field } from '@/lib/ui/field';
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
  const { subscription, version, refusals, typed, choices, quantity, words, ...place } = props;
  const [state, submit, isPending] = useActionState(reviewPlan, UNTOUCHED);
  const asksWhichToKeep = state.errors.some(({ code }) => code === 'pending_change_exists');
  const fieldIds = { plan: `plan-${subscription}`, quantity: `plan-quantity-${subscription}` };
  return (
    <form action={submit} noValidate>
      <TaskErrors errors={state.errors} refusals={refusals} fieldIds={fieldIds} />
      <PlaceFields {...place} />
      <input type="hidden" name="subscription" value={subscription} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="act" value="change" />
      <ChoiceSet
        id={fieldIds.plan}
        legend={words.plan}
        name="plan"
        choices={choices}
        chosen={state.typed.plan ?? typed.plan}
        error={errorAt('plan', state.errors, refusals)}
      />
      {quantity ? (
        <Field
          id={fieldIds.quantity}
          label={quantity.label}
          hint={quantity.hint}
          error={errorAt('quantity', state.errors, refusals)}
        >
          {(control) => (
            <input
              {...control}
              className="input input-number"
              name="quantity"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={state.typed.quantity ?? typed.quantity ?? quantity.current}
            />
          )}
        </Field>
      ) : null}
      <Actions>
        {asksWhichToKeep ? (
          <>
            <Button name="replacePlanned" value="yes">
              {words.replacePlanned}
            </Button>
            <a href={place.here}>{words.keepPlanned}</a>
          </>
        ) : (
          <Button aria-disabled={isPending}>{words.review}</Button>
        )}
      </Actions>
    </form>
  );
}
