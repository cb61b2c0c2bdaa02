'use client';

import { useActionState } from 'react';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { errorAt, TaskErrors } from '@/app/[locale]/_task/task-errors';
import { type Refusals, UNTOUCHED } from '@/lib/domain/task-state';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { manageProfileRole } from './action';
import type { RoleCode } from './code';

type Option = { readonly value: string; readonly label: string };

type Common = FormPlaceProps & { readonly profile: string; readonly refusals: Refusals<RoleCode> };

type HolderProps = Common & {
  readonly person: string;
  readonly role: string;
  readonly roles: readonly Option[];
  /** "Role of Maja Sandberg"; the button's name adds it. */
  readonly words: { readonly role: string; readonly change: string };
};

/** The role of somebody who has one: another, or none. */
export function HolderForm({ profile, refusals, person, role, roles, words, ...place }: HolderProps) {
  const [state, submit, isPending] = useActionState(manageProfileRole, UNTOUCHED);
  const fieldId = `role-${person}`;
  return (
    <form action={submit} className="inline-form">
      <TaskErrors errors={state.errors} refusals={refusals} />
      <PlaceFields {...place} />
      <input type="hidden" name="profile" value={profile} />
      <input type="hidden" name="person" value={person} />
      <input type="hidden" name="seen" value={role} />
      <div className="field-control">
        <Select id={fieldId} name="role" label={words.role} options={roles} chosen={state.typed.role ?? role} />
        <Button kind="plain" aria-disabled={isPending} aria-describedby={`holder-${person}`}>
          {words.change}
        </Button>
      </div>
    </form>
  );
}

type GrantProps = Common & {
  readonly people: readonly Option[];
  readonly roles: readonly Option[];
  readonly words: { readonly person: string; readonly choose: string; readonly role: string; readonly grant: string };
};

/** A role for somebody who has none. */
export function GrantForm({ profile, refusals, people, roles, words, ...place }: GrantProps) {
  const [state, submit, isPending] = useActionState(manageProfileRole, UNTOUCHED);
  const ids = { person: `person-${profile}`, role: `role-${profile}` };
  return (
    <form action={submit} noValidate>
      <TaskErrors errors={state.errors} refusals={refusals} fieldIds={ids} />
      <PlaceFields {...place} />
      <input type="hidden" name="profile" value={profile} />
      <input type="hidden" name="seen" value="none" />
      <Field id={ids.person} label={words.person} error={errorAt('person', state.errors, refusals)}>
        {(control) => (
          <select {...control} className="input" name="person" defaultValue={state.typed.person ?? ''}>
            <option value="">{words.choose}</option>
            <Options options={people} />
          </select>
        )}
      </Field>
      <Field id={ids.role} label={words.role}>
        {(control) => (
          <>
            <select {...control} className="input" name="role" defaultValue={state.typed.role ?? 'reader'}>
              <Options options={roles} />
            </select>
            <Button aria-disabled={isPending}>{words.grant}</Button>
          </>
        )}
      </Field>
    </form>
  );
}

type SelectProps = { id: string; name: string; label: string; options: readonly Option[]; chosen: string };

function Select({ id, name, label, options, chosen }: SelectProps) {
  return (
    <select id={id} className="input input-choice" name={name} aria-label={label} defaultValue={chosen}>
      <Options options={options} />
    </select>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
