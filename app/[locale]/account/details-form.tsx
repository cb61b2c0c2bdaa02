import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type Place, PlaceFields } from '@/app/[locale]/sign-in/place-fields';
import type { Typed } from '@/lib/domain/task-state';
import { Actions } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { SelectInput, type SelectOption } from '@/lib/ui/select-input';
import { SubmitButton } from '@/lib/ui/submit-button';
import { saveDetails } from './action';
import { accountRefusals } from './texts';

type Props = {
  readonly place: Place;
  readonly values: Typed;
  readonly languages: readonly SelectOption[];
  readonly timeZones: readonly { readonly label: string; readonly options: readonly SelectOption[] }[];
  readonly words: Readonly<
    Record<
      'name' | 'nameHint' | 'language' | 'languageHint' | 'timeZone' | 'timeZoneHint' | 'noTimeZone' | 'save',
      string
    >
  >;
};

const FIELDS = { name: 'name', language: 'language', timeZone: 'timeZone' } as const;

/** Name, language and time zone of the person. */
export function DetailsForm({ place, values, languages, timeZones, words }: Props) {
  return (
    <ActionForm form="details" action={saveDetails} refusals={accountRefusals} fieldIds={FIELDS}>
      {({ typed, errorAt }) => {
        const shown = { ...values, ...typed };
        return (
          <>
            <PlaceFields {...place} />
            <Field id={FIELDS.name} label={words.name} hint={words.nameHint} error={errorAt('name')}>
              {(control) => (
                <input {...control} className="input" name="name" autoComplete="name" defaultValue={shown.name} />
              )}
            </Field>
            <Field id={FIELDS.language} label={words.language} hint={words.languageHint} error={errorAt('language')}>
              {(control) => (
                <SelectInput {...control} name="language" options={languages} chosen={shown.language ?? ''} />
              )}
            </Field>
            <Field id={FIELDS.timeZone} label={words.timeZone} hint={words.timeZoneHint} error={errorAt('timeZone')}>
              {(control) => (
                <SelectInput
                  {...control}
                  name="timeZone"
                  options={[{ value: '', label: words.noTimeZone }]}
                  groups={timeZones}
                  chosen={shown.timeZone ?? ''}
                />
              )}
            </Field>
            <Actions>
              <SubmitButton>{words.save}</SubmitButton>
            </Actions>
          </>
        );
      }}
    </ActionForm>
  );
}
