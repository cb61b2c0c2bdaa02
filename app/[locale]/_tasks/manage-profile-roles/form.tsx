import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import type { Refusals } from '@/lib/domain/task-state';
import { Field } from '@/lib/ui/field';
import { SelectInput, type SelectOption } from '@/lib/ui/select-input';
import { SubmitButton } from '@/lib/ui/submit-button';
import { manageProfileRole } from './action';
import type { RoleCode } from './code';

type Common = FormPlaceProps & { readonly profile: string; readonly refusals: Refusals<RoleCode> };

type HolderProps = Common & {
  readonly person: string;
  readonly role: string;
  readonly roles: readonly SelectOption[];
  /** "Role of Maja Sandberg"; the button's name adds it. */
  readonly words: { readonly role: string; readonly change: string };
};

/** The role of somebody who has one: another, or none. */
export function HolderForm({ profile, refusals, person, role, roles, words, ...place }: HolderProps) {
  return (
    <ActionForm form={`role-${person}`} action={manageProfileRole} refusals={refusals} className="inline-form">
      {({ typed }) => (
        <>
          <PlaceFields {...place} hidden={{ profile, person, seen: role }} />
          <div className="field-control">
            <SelectInput
              id={`role-${person}`}
              className="input input-choice"
              name="role"
              aria-label={words.role}
              options={roles}
              chosen={typed.role ?? role}
            />
            <SubmitButton kind="plain" aria-describedby={`holder-${person}`}>
              {words.change}
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

type GrantProps = Common & {
  readonly people: readonly SelectOption[];
  readonly roles: readonly SelectOption[];
  readonly words: { readonly person: string; readonly choose: string; readonly role: string; readonly grant: string };
};

/** A role for somebody who has none. */
export function GrantForm({ profile, refusals, people, roles, words, ...place }: GrantProps) {
  const ids = { person: `person-${profile}`, role: `role-${profile}` };
  const nobody = { value: '', label: words.choose };
  return (
    <ActionForm form="grant" action={manageProfileRole} refusals={refusals} fieldIds={ids}>
      {({ typed, errorAt }) => (
        <>
          <PlaceFields {...place} hidden={{ profile, seen: 'none' }} />
          <Field id={ids.person} label={words.person} error={errorAt('person')}>
            {(control) => (
              <SelectInput {...control} name="person" options={[nobody, ...people]} chosen={typed.person ?? ''} />
            )}
          </Field>
          <Field id={ids.role} label={words.role}>
            {(control) => (
              <>
                <SelectInput {...control} name="role" options={roles} chosen={typed.role ?? 'reader'} />
                <SubmitButton>{words.grant}</SubmitButton>
              </>
            )}
          </Field>
        </>
      )}
    </ActionForm>
  );
}
