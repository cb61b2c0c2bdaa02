import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type Place, PlaceFields } from '@/app/[locale]/sign-in/place-fields';
import { findAnswer } from '@/lib/server/form-answer';
import { Actions } from '@/lib/ui/button';
import { Disclosure } from '@/lib/ui/disclosure';
import { Field } from '@/lib/ui/field';
import { SubmitButton } from '@/lib/ui/submit-button';
import { renameOwnPasskey } from './action';
import { accountRefusals } from './texts';

type Props = {
  readonly place: Place;
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
export function RenamePasskeyForm({ place, passkey: { id, name }, words }: Props) {
  const form = `rename-${id}`;
  const fieldId = `new-name-${id}`;
  return (
    <Disclosure
      isOpen={findAnswer(form).errors.length > 0}
      summary={
        <>
          <span aria-hidden="true">{words.rename}</span>
          <span className="visually-hidden">{words.renameNamed}</span>
        </>
      }
    >
      <ActionForm form={form} action={renameOwnPasskey} refusals={accountRefusals} fieldIds={{ newName: fieldId }}>
        {({ typed, errorAt }) => (
          <>
            <PlaceFields {...place} />
            <input type="hidden" name="passkey" value={id} />
            <Field id={fieldId} label={words.newName} error={errorAt('newName')}>
              {(control) => (
                <input
                  {...control}
                  className="input"
                  name="newName"
                  autoComplete="off"
                  defaultValue={typed.newName ?? name}
                />
              )}
            </Field>
            <Actions>
              <SubmitButton kind="plain">{words.save}</SubmitButton>
            </Actions>
          </>
        )}
      </ActionForm>
    </Disclosure>
  );
}
