import type { ReactNode } from 'react';
import { ActionForm } from '@/app/[locale]/_task/action-form';
import { Actions } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { SubmitButton } from '@/lib/ui/submit-button';
import { acceptInvitation } from './action';
import { invitationRefusals } from './invitation-code';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  /** The hidden fields. */
  readonly children: ReactNode;
};

/** Accepts for somebody whom nobody here knows yet: by what name they go. */
export function NameForm({ label, hint, submit, children }: Props) {
  return (
    <ActionForm form="accept" action={acceptInvitation} refusals={invitationRefusals} fieldIds={{ name: 'name' }}>
      {({ typed, errorAt }) => (
        <>
          {children}
          <Field id="name" label={label} hint={hint} error={errorAt('name')}>
            {(control) => (
              <input className="input" name="name" autoComplete="name" defaultValue={typed.name} {...control} />
            )}
          </Field>
          <Actions>
            <SubmitButton>{submit}</SubmitButton>
          </Actions>
        </>
      )}
    </ActionForm>
  );
}
