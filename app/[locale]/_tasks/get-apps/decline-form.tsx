'use client';

import { useActionState } from 'react';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { errorAt, TaskErrors } from '@/app/[locale]/_task/task-errors';
import { type Refusals, UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { Choice, Choices } from '@/lib/ui/choice';
import { Disclosure } from '@/lib/ui/disclosure';
import { Field } from '@/lib/ui/field';
import { declineOrder } from './action';
import type { DeclineCode } from './code';

type Props = FormPlaceProps & {
  readonly order: string;
  readonly profile: string;
  readonly refusals: Refusals<DeclineCode>;
  readonly reasons: readonly { readonly value: string; readonly label: string }[];
  readonly words: {
    readonly reason: string;
    readonly reasonHint: string;
    readonly comment: string;
    readonly commentHint: string;
    readonly decline: string;
  };
};

const FIELDS = { reason: 'decline-reason', comment: 'decline-comment' } as const;

/** Folded away until it is wanted or has come back: a reason, and a comment if there is more to say. */
export function DeclineForm({ order, profile, refusals, reasons, words, ...place }: Props) {
  const [{ errors, typed }, submit, isPending] = useActionState(declineOrder, UNTOUCHED);
  return (
    <Disclosure summary={words.decline} isOpen={errors.length > 0}>
      <form action={submit} noValidate>
        <TaskErrors errors={errors} refusals={refusals} fieldIds={FIELDS} />
        <PlaceFields {...place} />
        <input type="hidden" name="order" value={order} />
        <input type="hidden" name="profile" value={profile} />
        <Choices
          id={FIELDS.reason}
          legend={words.reason}
          hint={words.reasonHint}
          error={errorAt('reason', errors, refusals)}
        >
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
          id={FIELDS.comment}
          label={words.comment}
          hint={words.commentHint}
          error={errorAt('comment', errors, refusals)}
        >
          {(control) => (
            <textarea {...control} className="input" name="comment" rows={3} defaultValue={typed.comment ?? ''} />
          )}
        </Field>
        <Actions>
          <Button kind="danger" aria-disabled={isPending}>
            {words.decline}
          </Button>
        </Actions>
      </form>
    </Disclosure>
  );
}
