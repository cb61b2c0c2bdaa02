'use client';

import { useActionState } from 'react';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { errorAt, TaskErrors } from '@/app/[locale]/_task/task-errors';
import { type Refusals, type Typed, UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { FieldSet } from '@/lib/ui/field-set';
import { editBillingProfile } from './action';
import type { EditCode } from './code';

/** One field; with options it is a list to choose from. */
export type LineField = {
  readonly name: string;
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly hint?: string;
  readonly value: string | null;
  readonly type?: 'email' | 'tel';
  readonly autoComplete?: string;
  readonly isShort?: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string; readonly lang: string }[];
};

export type FieldGroup = {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string;
  readonly fields: readonly LineField[];
};

type Props = FormPlaceProps & {
  readonly profile: string;
  readonly version: number;
  readonly groups: readonly FieldGroup[];
  readonly refusals: Refusals<EditCode>;
  readonly typed: Typed;
  readonly words: { readonly save: string; readonly leave: string };
};

/** Everything that a billing profile says of itself, saved at once. */
export function EditProfileForm({ profile, version, groups, refusals, typed, words, ...place }: Props) {
  const [state, submit, isPending] = useActionState(editBillingProfile, UNTOUCHED);
  const idOf = (name: string) => `${name}-${profile}`;
  const names = groups.flatMap(({ fields }) => fields.map(({ name }) => name));
  return (
    <form action={submit} noValidate>
      <TaskErrors
        errors={state.errors}
        refusals={refusals}
        fieldIds={Object.fromEntries(names.map((name) => [name, idOf(name)]))}
      />
      <PlaceFields {...place} />
      <input type="hidden" name="profile" value={profile} />
      <input type="hidden" name="version" value={version} />
      {groups.map(({ id, legend, hint, fields }) => (
        <FieldSet key={id} id={idOf(id)} legend={legend} hint={hint}>
          {fields.map((field) => (
            <Line
              key={field.name}
              id={idOf(field.name)}
              field={field}
              typed={state.typed[field.name] ?? typed[field.name]}
              error={errorAt(field.name, state.errors, refusals)}
            />
          ))}
        </FieldSet>
      ))}
      <Actions>
        <Button aria-disabled={isPending}>{words.save}</Button>
        <a href={place.here}>{words.leave}</a>
      </Actions>
    </form>
  );
}

type LineProps = {
  readonly id: string;
  readonly field: LineField;
  readonly typed: string | undefined;
  readonly error: string | undefined;
};

function Line({ id, field, typed, error }: LineProps) {
  const { name, label, isLabelHidden = false, hint, value, type = 'text', autoComplete = 'off', options } = field;
  const now = typed ?? value ?? '';
  const className = field.isShort ? 'input input-short' : 'input';
  return (
    <Field id={id} label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
      {(control) =>
        options ? (
          <select {...control} className={className} name={name} defaultValue={now}>
            {options.map((option) => (
              <option key={option.value} value={option.value} lang={option.lang}>
                {option.label}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...control}
            className={className}
            name={name}
            type={type}
            autoComplete={autoComplete}
            defaultValue={now}
          />
        )
      }
    </Field>
  );
}
