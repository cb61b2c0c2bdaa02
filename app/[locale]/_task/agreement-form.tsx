'use client';

import { useActionState } from 'react';
import { type Refusals, UNTOUCHED } from '@/lib/domain/task-state';
import type { Action } from '@/lib/server/action';
import { Actions, Button } from '@/lib/ui/button';
import { Choice } from '@/lib/ui/choice';
import { HintAndError } from '@/lib/ui/field';
import { type FormPlaceProps, PlaceFields } from './place-fields';
import { errorAt, TaskErrors } from './task-errors';

type Props<Code extends string> = FormPlaceProps & {
  readonly action: Action<Code>;
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly agreementVersion: string;
  readonly refusals: Refusals<Code>;
  readonly words: { readonly agreement: string; readonly version: string; readonly review: string };
};

const FIELD = 'buy-agreement';

/** One box to tick. It asks for a review; nothing is bought yet. */
export function AgreementForm<Code extends string>(props: Props<Code>) {
  const { action, hidden, agreementVersion, refusals, words, ...place } = props;
  const [state, submit, isPending] = useActionState(action, UNTOUCHED);
  const error = errorAt('agreement', state.errors, refusals);
  return (
    <form action={submit} noValidate>
      <TaskErrors errors={state.errors} refusals={refusals} fieldIds={{ agreement: FIELD }} />
      <PlaceFields {...place} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="field-set">
        <HintAndError id={FIELD} error={error} />
        <Choice
          id={FIELD}
          type="checkbox"
          name="agreement"
          value={agreementVersion}
          label={words.agreement}
          hint={words.version}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${FIELD}-error` : undefined}
          defaultChecked={state.typed.agreement !== undefined}
        />
      </div>
      <Actions>
        <Button aria-disabled={isPending}>{words.review}</Button>
      </Actions>
    </form>
  );
}
