'use client';

import { useActionState } from 'react';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { errorAt, TaskErrors } from '@/app/[locale]/_task/task-errors';
import { type Refusals, UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { Choice, Choices } from '@/lib/ui/choice';
import { Field } from '@/lib/ui/field';
import { explainCancellation } from './action';
import type { ExplainCode } from './code';

type Props = FormPlaceProps & {
  readonly receipt: string;
  readonly refusals: Refusals<ExplainCode>;
  readonly reasons: readonly { readonly value: string; readonly label: string }[];
  readonly words: {
    readonly reason: string;
    readonly comment: string;
    readonly commentHint: string;
    readonly send: string;
  };
};

/** A reason, a comment, or both. */
export function WhyForm({ receipt, refusals, reasons, words, ...place }: Props) {
  const [state, submit, isPending] = useActionState(explainCancellation, UNTOUCHED);
  const { errors, typed } = state;
  return (
    <form action={submit} noValidate>
      <TaskErrors errors={errors} refusals={refusals} fieldIds={{ reason: 'why-reason', comment: 'why-comment' }} />
      <PlaceFields {...place} />
      <input type="hidden" name="receipt" value={receipt} />
      <Choices id="why-reason" legend={words.reason} error={errorAt('reason', errors, refusals)}>
        <div className="choice-columns">
          {reasons.map(({ value, label }) => (
            <Choice
              key={value}
              type="radio"
              name="reason"
              value={value}
              label={label}
              defaultChecked={typed.reason === value}
            />
          ))}
        </div>
      </Choices>
      <Field
        id="why-comment"
        label={words.comment}
        hint={words.commentHint}
        error={errorAt('comment', errors, refusals)}
      >
        {(control) => (
          <textarea {...control} className="input" name="comment" rows={4} defaultValue={typed.comment ?? ''} />
        )}
      </Field>
      <Actions>
        <Button kind="plain" aria-disabled={isPending}>
          {words.send}
        </Button>
      </Actions>
    </form>
  );
}
