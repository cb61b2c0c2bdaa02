'use client';

import { type ReactNode, useActionState } from 'react';
import { UNTOUCHED } from '@/lib/domain/task-state';
import type { Action } from '@/lib/server/action';
import { ErrorSummary } from '@/lib/ui/error-summary';
import type { RefusalTexts } from './sign-in-texts';

/** A form without fields to fill in: `children` are its hidden fields and its buttons. */
export function PlainForm<Code extends string>({
  action,
  refusals,
  children,
}: {
  action: Action<Code>;
  refusals: RefusalTexts;
  children: ReactNode;
}) {
  const [state, submit] = useActionState(action, UNTOUCHED);
  const errors = state.errors.map(({ code }) => ({ text: refusals.byCode[code] ?? code }));
  return (
    <form action={submit}>
      <ErrorSummary title={refusals.title} errors={errors} />
      {children}
    </form>
  );
}
