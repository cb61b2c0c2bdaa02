import type { ReactNode } from 'react';
import { ActionForm } from '@/app/[locale]/_task/action-form';
import { Actions } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { SubmitButton } from '@/lib/ui/submit-button';
import { sendMagicLink } from './action';
import { signInRefusals } from './sign-in-texts';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  /** Where the form stands. */
  readonly children: ReactNode;
};

/** Asks for a link by mail. */
export function EmailForm({ label, hint, submit, children }: Props) {
  return (
    <ActionForm form="email" action={sendMagicLink} refusals={signInRefusals} fieldIds={{ email: 'email' }}>
      {({ typed, errorAt }) => (
        <>
          {children}
          <Field id="email" label={label} hint={hint} error={errorAt('email')}>
            {(control) => (
              <input
                className="input"
                type="email"
                name="email"
                autoComplete="email"
                defaultValue={typed.email}
                {...control}
              />
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
