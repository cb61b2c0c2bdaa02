'use client';

import { PasskeyForm } from '@/app/[locale]/_passkeys/passkey-form';
import { type Place, PlaceFields } from '@/app/[locale]/sign-in/place-fields';
import type { RefusalWords } from '@/lib/domain/task-state';
import { Field } from '@/lib/ui/field';
import { addPasskey, askToAddPasskey } from './action';

const NAME_ID = 'passkey-name';

type Props = {
  readonly place: Place;
  readonly refusals: RefusalWords<string>;
  /** As it was typed before the person showed again who they are. */
  readonly name: string;
  readonly words: { readonly name: string; readonly nameHint: string; readonly add: string };
};

/** Asks for a name, then the device for a passkey. */
export function AddPasskeyForm({ place, refusals, name, words }: Props) {
  return (
    <PasskeyForm
      ceremony="create"
      ask={askToAddPasskey}
      answer={addPasskey}
      label={words.add}
      kind="plain"
      refusals={refusals}
      fieldIds={{ passkeyName: NAME_ID }}
    >
      {({ errors, typed }) => {
        const mistake = errors.find(({ field }) => field === 'passkeyName');
        return (
          <>
            <PlaceFields {...place} />
            <Field
              id={NAME_ID}
              label={words.name}
              hint={words.nameHint}
              error={mistake && (refusals.byCode[mistake.code] ?? mistake.code)}
            >
              {(control) => (
                <input
                  {...control}
                  className="input"
                  name="passkeyName"
                  autoComplete="off"
                  defaultValue={typed.passkeyName ?? name}
                />
              )}
            </Field>
          </>
        );
      }}
    </PasskeyForm>
  );
}
