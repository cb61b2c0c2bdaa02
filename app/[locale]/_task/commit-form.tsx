'use client';

import { useActionState } from 'react';
import { type Refusals, UNTOUCHED } from '@/lib/domain/task-state';
import type { Action } from '@/lib/server/action';
import { Actions, Button, type ButtonKind } from '@/lib/ui/button';
import { type FormPlaceProps, PlaceFields } from './place-fields';
import { TaskErrors } from './task-errors';

type Props<Code extends string> = FormPlaceProps & {
  readonly action: Action<Code>;
  readonly refusals: Refusals<Code>;
  /** Everything that is confirmed, by field name. */
  readonly hidden: Readonly<Record<string, string | number>>;
  /** Names the act: "Change to 14 licenses". */
  readonly label: string;
  readonly kind?: ButtonKind;
  /** The way out without doing it. */
  readonly leave?: { readonly href: string; readonly label: string };
};

/** Confirms exactly what stands above it: a form without anything to fill in. */
export function CommitForm<Code extends string>({
  action,
  refusals,
  hidden,
  label,
  kind = 'primary',
  leave,
  ...place
}: Props<Code>) {
  const [state, submit, isPending] = useActionState(action, UNTOUCHED);
  return (
    <form action={submit}>
      <TaskErrors errors={state.errors} refusals={refusals} />
      <PlaceFields {...place} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Actions>
        <Button kind={kind} aria-disabled={isPending}>
          {label}
        </Button>
        {leave ? <a href={leave.href}>{leave.label}</a> : null}
      </Actions>
    </form>
  );
}
