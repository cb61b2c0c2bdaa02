'use client';

import { useActionState } from 'react';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { errorAt, TaskErrors } from '@/app/[locale]/_task/task-errors';
import { type Refusals, type Typed, UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { type Choice, ChoiceSet } from '@/lib/ui/choice-set';
import { reviewBillingProfile } from './action';
import type { MoveCode } from './code';

type Props = FormPlaceProps & {
  readonly subscription: string;
  readonly version: number;
  readonly refusals: Refusals<MoveCode>;
  readonly typed: Typed;
  readonly choices: readonly Choice[];
  readonly words: { readonly profile: string; readonly review: string };
};

/** The other profile. It asks for a review; nothing changes yet. */
export function BillingProfileForm(props: Props) {
  const { subscription, version, refusals, typed, choices, words, ...place } = props;
  const [state, submit, isPending] = useActionState(reviewBillingProfile, UNTOUCHED);
  const fieldId = `profile-${subscription}`;
  return (
    <form action={submit} noValidate>
      <TaskErrors errors={state.errors} refusals={refusals} fieldIds={{ profile: fieldId }} />
      <PlaceFields {...place} />
      <input type="hidden" name="subscription" value={subscription} />
      <input type="hidden" name="version" value={version} />
      <ChoiceSet
        id={fieldId}
        legend={words.profile}
        name="profile"
        choices={choices}
        chosen={state.typed.profile ?? typed.profile}
        error={errorAt('profile', state.errors, refusals)}
      />
      {choices.some(({ isImpossible }) => !isImpossible) ? (
        <Actions>
          <Button aria-disabled={isPending}>{words.review}</Button>
        </Actions>
      ) : null}
    </form>
  );
}
