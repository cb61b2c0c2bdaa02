'use client';

import { useActionState } from 'react';
import { type Place, PlaceFields } from '@/app/[locale]/sign-in/place-fields';
import type { RefusalTexts } from '@/app/[locale]/sign-in/sign-in-texts';
import { UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { Disclosure } from '@/lib/ui/disclosure';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { Field } from '@/lib/ui/field';
import { renameOwnPasskey } from './action';

type Props = {
  readonly place: Place;
  readonly refusals: RefusalTexts;
  readonly passkey: { readonly id: string; readonly name: string };
  readonly words: {
    readonly rename: string;
    /** The label with what it is about, for whoever hears the line alone. */
    readonly renameNamed: string;
    readonly newName: string;
    readonly save: string;
  };
};

/** Folded up until somebody wants it, or it was refused. */
export function RenamePasskeyForm({ place, refusals, passkey, words }: Props) {
  const [state, submit, isPending] = useActionState(renameOwnPasskey, UNTOUCHED);
  const fieldId = `new-name-${passkey.id}`;
  const textOf = (code: string) => refusals.byCode[code] ?? code;
  const mistake = state.errors.find(({ field }) => field === 'newName');
  return (
    <Disclosure
      isOpen={state.errors.length > 0}
      summary={
        <>
          <span aria-hidden="true">{words.rename}</span>
          <span className="visually-hidden">{words.renameNamed}</span>
        </>
      }
    >
      <form action={submit} noValidate>
        <ErrorSummary
          title={refusals.title}
          errors={state.errors.map(({ field, code }) =>
            field === null ? { text: textOf(code) } : { fieldId, text: textOf(code) },
          )}
        />
        <PlaceFields {...place} />
        <input type="hidden" name="passkey" value={passkey.id} />
        <Field id={fieldId} label={words.newName} error={mistake && textOf(mistake.code)}>
          {(control) => (
            <input
              {...control}
              className="input"
              name="newName"
              autoComplete="off"
              defaultValue={state.typed.newName ?? passkey.name}
            />
          )}
        </Field>
        <Actions>
          <Button kind="plain" aria-disabled={isPending}>
            {words.save}
          </Button>
        </Actions>
      </form>
    </Disclosure>
  );
}
