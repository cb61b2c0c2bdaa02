'use client';

import { type ReactNode, useActionState } from 'react';
import { UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { Field } from '@/lib/ui/field';
import { sendMagicLink } from './action';
import type { RefusalTexts } from './sign-in-texts';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly refusals: RefusalTexts;
  /** Where the form stands. */
  readonly children: ReactNode;
};

/** Asks for a link by mail. Not checked by the browser, whose words would not be in the page's language. */
export function EmailForm({ label, hint, submit, refusals, children }: Props) {
  const [state, send] = useActionState(sendMagicLink, UNTOUCHED);
  const errors = state.errors.map(({ field, code }) => ({ fieldId: field, text: refusals.byCode[code] ?? code }));
  const mistake = errors.find(({ fieldId }) => fieldId === 'email')?.text;
  return (
    <form action={send} noValidate>
      <ErrorSummary
        title={refusals.title}
        errors={errors.map(({ fieldId, text }) => (fieldId === null ? { text } : { fieldId, text }))}
      />
      {children}
      <Field id="email" label={label} hint={hint} error={mistake}>
        {(control) => (
          <input
            className="input"
            type="email"
            name="email"
            autoComplete="email"
            defaultValue={state.typed.email}
            {...control}
          />
        )}
      </Field>
      <Actions>
        <Button>{submit}</Button>
      </Actions>
    </form>
  );
}
