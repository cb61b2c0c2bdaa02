'use client';

import { useActionState } from 'react';
import { type Place, PlaceFields } from '@/app/[locale]/sign-in/place-fields';
import type { RefusalTexts } from '@/app/[locale]/sign-in/sign-in-texts';
import { type Typed, UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { Field } from '@/lib/ui/field';
import { saveDetails } from './action';

/** `lang` where the label is in a language of its own. */
export type DetailOption = { readonly value: string; readonly label: string; readonly lang?: string };

type Props = {
  readonly place: Place;
  readonly refusals: RefusalTexts;
  readonly values: Typed;
  readonly languages: readonly DetailOption[];
  readonly timeZones: readonly { readonly label: string; readonly options: readonly DetailOption[] }[];
  readonly words: Readonly<
    Record<
      'name' | 'nameHint' | 'language' | 'languageHint' | 'timeZone' | 'timeZoneHint' | 'noTimeZone' | 'save',
      string
    >
  >;
};

/** Name, language and time zone of the person. */
export function DetailsForm({ place, refusals, values, languages, timeZones, words }: Props) {
  const [state, submit, isPending] = useActionState(saveDetails, UNTOUCHED);
  const shown = { ...values, ...state.typed };
  const textOf = (code: string) => refusals.byCode[code] ?? code;
  const errorAt = (field: string) => {
    const error = state.errors.find((each) => each.field === field);
    return error && textOf(error.code);
  };
  return (
    // React would put a list back to what it was at first, whatever is chosen now: the key makes it anew.
    <form action={submit} noValidate key={JSON.stringify(state.typed)}>
      <ErrorSummary
        title={refusals.title}
        errors={state.errors.map(({ field, code }) =>
          field === null ? { text: textOf(code) } : { fieldId: field, text: textOf(code) },
        )}
      />
      <PlaceFields {...place} />
      <Field id="name" label={words.name} hint={words.nameHint} error={errorAt('name')}>
        {(control) => (
          <input {...control} className="input" name="name" autoComplete="name" defaultValue={shown.name} />
        )}
      </Field>
      <Field id="language" label={words.language} hint={words.languageHint} error={errorAt('language')}>
        {(control) => (
          <select {...control} className="input" name="language" defaultValue={shown.language}>
            <Options options={languages} />
          </select>
        )}
      </Field>
      <Field id="timeZone" label={words.timeZone} hint={words.timeZoneHint} error={errorAt('timeZone')}>
        {(control) => (
          <select {...control} className="input" name="timeZone" defaultValue={shown.timeZone}>
            <option value="">{words.noTimeZone}</option>
            {timeZones.map(({ label, options }) => (
              <optgroup key={label} label={label}>
                <Options options={options} />
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Actions>
        <Button aria-disabled={isPending}>{words.save}</Button>
      </Actions>
    </form>
  );
}

function Options({ options }: { options: readonly DetailOption[] }) {
  return options.map(({ value, label, lang }) => (
    <option key={value} value={value} lang={lang}>
      {label}
    </option>
  ));
}
