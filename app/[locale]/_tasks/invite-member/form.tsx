'use client';

import { useActionState } from 'react';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { errorAt, TaskErrors } from '@/app/[locale]/_task/task-errors';
import { type Refusals, type Typed, UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { type Choice, ChoiceSet } from '@/lib/ui/choice-set';
import { Field } from '@/lib/ui/field';
import { inviteMember } from './action';

type Code = Awaited<ReturnType<typeof inviteMember>>['errors'][number]['code'];

type Props = FormPlaceProps & {
  readonly refusals: Refusals<Code>;
  readonly typed: Typed;
  readonly roles: readonly Choice[];
  readonly words: { readonly address: string; readonly hint: string; readonly role: string; readonly invite: string };
};

/** Whom to invite, and as what. Checked by the server, whose words are in the page's language. */
export function InviteForm({ refusals, typed, roles, words, ...place }: Props) {
  const [state, submit, isPending] = useActionState(inviteMember, UNTOUCHED);
  const shown = { ...typed, ...state.typed };
  return (
    <form action={submit} noValidate>
      <TaskErrors errors={state.errors} refusals={refusals} fieldIds={{ email: 'invited-email' }} />
      <PlaceFields {...place} />
      <Field
        id="invited-email"
        label={words.address}
        hint={words.hint}
        error={errorAt('email', state.errors, refusals)}
      >
        {(control) => (
          <input
            {...control}
            className="input"
            type="email"
            name="email"
            autoComplete="off"
            defaultValue={shown.email ?? ''}
          />
        )}
      </Field>
      <ChoiceSet id="invited-role" legend={words.role} name="role" choices={roles} chosen={shown.role ?? 'member'} />
      <Actions>
        <Button aria-disabled={isPending}>{words.invite}</Button>
      </Actions>
    </form>
  );
}
