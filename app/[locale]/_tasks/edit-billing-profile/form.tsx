import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import type { Refusals, Typed } from '@/lib/domain/task-state';
import { Actions } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { FieldSet } from '@/lib/ui/field-set';
import { SelectInput, type SelectOption } from '@/lib/ui/select-input';
import { SubmitButton } from '@/lib/ui/submit-button';
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
  readonly options?: readonly SelectOption[];
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
export function EditProfileForm({ profile, version, groups, refusals, typed: before, words, ...place }: Props) {
  const idOf = (name: string) => `${name}-${profile}`;
  const names = groups.flatMap(({ fields }) => fields.map(({ name }) => name));
  const fieldIds = Object.fromEntries(names.map((name) => [name, idOf(name)]));
  return (
    <ActionForm form="profile" action={editBillingProfile} refusals={refusals} fieldIds={fieldIds}>
      {({ typed, errorAt }) => (
        <>
          <PlaceFields {...place} hidden={{ profile, version }} />
          {groups.map(({ id, legend, hint, fields }) => (
            <FieldSet key={id} id={idOf(id)} legend={legend} hint={hint}>
              {fields.map((field) => (
                <Line
                  key={field.name}
                  id={idOf(field.name)}
                  field={field}
                  typed={typed[field.name] ?? before[field.name]}
                  error={errorAt(field.name)}
                />
              ))}
            </FieldSet>
          ))}
          <Actions>
            <SubmitButton>{words.save}</SubmitButton>
            <a href={place.here}>{words.leave}</a>
          </Actions>
        </>
      )}
    </ActionForm>
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
          <SelectInput {...control} className={className} name={name} options={options} chosen={now} />
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
