'use client';

import { type ReactNode, useActionState } from 'react';
import type { RefusalTexts } from '@/app/[locale]/sign-in/sign-in-texts';
import { UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { Field } from '@/lib/ui/field';
import { acceptInvitation } from './action';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly refusals: RefusalTexts;
  /** The hidden fields. */
  readonly children: ReactNode;
};

/** Accepts for somebody whom nobody here knows yet: by what name they go. */
export function NameForm({ label, hint, submit, refusals, children }: Props) {
  const [state, accept] = useActionState(acceptInvitation, UNTOUCHED);
  const errors = state.errors.map(({ field, code }) => ({ fieldId: field, text: refusals.byCode[code] ?? code }));
  const mistake = errors.find(({ fieldId }) => fieldId === 'name')?.text;
  return (
    <form action={accept} noValidate>
      <ErrorSummary
        title={refusals.title}
        errors={errors.map(({ fieldId, text }) => (fieldId === null ? { text } : { fieldId, text }))}
      />
      {children}
      <Field id="name" label={label} hint={hint} error={mistake}>
        {(control) => (
          <input className="input" name="name" autoComplete="name" defaultValue={state.typed.name} {...control} />
        )}
      </Field>
      <Actions>
        <Button>{submit}</Button>
      </Actions>
    </form>
  );
}
