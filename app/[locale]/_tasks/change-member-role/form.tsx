'use client';

import { useActionState } from 'react';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { errorAt, TaskErrors } from '@/app/[locale]/_task/task-errors';
import type { OrganizationRole } from '@/lib/domain/roles';
import { type Refusals, type Typed, UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { type Choice, ChoiceSet } from '@/lib/ui/choice-set';
import { changeMemberRole } from './action';

type Code = Awaited<ReturnType<typeof changeMemberRole>>['errors'][number]['code'];

type Props = FormPlaceProps & {
  readonly refusals: Refusals<Code>;
  readonly typed: Typed;
  readonly personId: string;
  /** The role that the member has now. */
  readonly role: OrganizationRole;
  readonly roles: readonly Choice[];
  readonly words: { readonly role: string; readonly change: string };
};

export function MemberRoleForm({ refusals, typed, personId, role, roles, words, ...place }: Props) {
  const [state, submit, isPending] = useActionState(changeMemberRole, UNTOUCHED);
  return (
    <form action={submit}>
      <TaskErrors errors={state.errors} refusals={refusals} fieldIds={{ role: 'role' }} />
      <PlaceFields {...place} />
      <input type="hidden" name="person" value={personId} />
      <input type="hidden" name="from" value={role} />
      <ChoiceSet
        id="role"
        legend={words.role}
        name="role"
        choices={roles}
        chosen={state.typed.role ?? typed.role ?? role}
        error={errorAt('role', state.errors, refusals)}
      />
      <Actions>
        <Button aria-disabled={isPending}>{words.change}</Button>
      </Actions>
    </form>
  );
}
