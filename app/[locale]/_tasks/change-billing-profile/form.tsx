'use client';

import { type ReactNode, useActionState } from 'react';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { errorAt, TaskErrors } from '@/app/[locale]/_task/task-errors';
import { type Refusals, type Typed, UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { Choice, Choices } from '@/lib/ui/choices';
import { reviewBillingProfile } from './action';
import type { MoveCode } from './code';

type Props = FormPlaceProps & {
  readonly subscription: string;
  readonly version: number;
  readonly refusals: Refusals<MoveCode>;
  readonly typed: Typed;
  readonly canChoose: boolean;
  readonly choices: readonly {
    readonly id: string;
    readonly name: string;
    readonly isPossible: boolean;
    readonly hint: ReactNode;
  }[];
  readonly words: { readonly profile: string; readonly review: string };
};

/** The other profile. It asks for a review; nothing changes yet. */
export function BillingProfileForm(props: Props) {
  const { subscription, version, refusals, typed, canChoose, choices, words, ...place } = props;
  const [state, submit, isPending] = useActionState(reviewBillingProfile, UNTOUCHED);
  const fieldId = `profile-${subscription}`;
  const chosen = state.typed.profile ?? typed.profile;
  return (
    <form action={submit} noValidate>
      <TaskErrors errors={state.errors} refusals={refusals} fieldIds={{ profile: fieldId }} />
      <PlaceFields {...place} />
      <input type="hidden" name="subscription" value={subscription} />
      <input type="hidden" name="version" value={version} />
      <Choices id={fieldId} legend={words.profile} error={errorAt('profile', state.errors, refusals)}>
        {choices.map(({ id, name, isPossible, hint }) => (
          <Choice
            key={id}
            id={`${fieldId}-${id}`}
            name="profile"
            value={id}
            label={name}
            hint={hint}
            disabled={!isPossible}
            defaultChecked={isPossible && id === chosen}
          />
        ))}
      </Choices>
      {canChoose ? (
        <Actions>
          <Button aria-disabled={isPending}>{words.review}</Button>
        </Actions>
      ) : null}
    </form>
  );
}
