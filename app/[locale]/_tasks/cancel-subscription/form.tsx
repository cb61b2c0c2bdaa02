'use client';

import { useActionState } from 'react';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { TaskErrors } from '@/app/[locale]/_task/task-errors';
import type { CancelTime } from '@/lib/domain/cancellation';
import { type Refusals, type Typed, UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { Choice, Choices } from '@/lib/ui/choice';
import { reviewCancellation } from './action';
import type { CancelCode } from './code';

type Props = FormPlaceProps & {
  readonly subscription: string;
  readonly version: number;
  readonly refusals: Refusals<CancelCode>;
  /** The first is chosen until the reader chooses another. */
  readonly options: readonly { readonly value: CancelTime; readonly label: string; readonly hint: string }[];
  /** Where keeping the subscription is the first thing offered. */
  readonly isQuiet: boolean;
  readonly typed: Typed;
  readonly words: { readonly when: string; readonly hint: string | undefined; readonly review: string };
};

/** When the subscription should end. It asks for a review; nothing changes yet. */
export function CancelForm({ subscription, version, refusals, options, isQuiet, typed, words, ...place }: Props) {
  const [state, submit, isPending] = useActionState(reviewCancellation, UNTOUCHED);
  const asked = state.typed.time ?? typed.time;
  const chosen = options.find(({ value }) => value === asked) ?? options[0];
  return (
    <form action={submit}>
      <TaskErrors errors={state.errors} refusals={refusals} />
      <PlaceFields {...place} />
      <input type="hidden" name="subscription" value={subscription} />
      <input type="hidden" name="version" value={version} />
      <Choices id={`time-${subscription}`} legend={words.when} hint={words.hint}>
        {options.map(({ value, label, hint }) => (
          <Choice
            key={value}
            type="radio"
            name="time"
            value={value}
            label={label}
            hint={hint}
            defaultChecked={value === chosen?.value}
          />
        ))}
      </Choices>
      <Actions>
        <Button kind={isQuiet ? 'plain' : 'primary'} aria-disabled={isPending}>
          {words.review}
        </Button>
      </Actions>
    </form>
  );
}
