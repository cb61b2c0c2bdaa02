'use client';

import { useActionState } from 'react';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { errorAt, TaskErrors } from '@/app/[locale]/_task/task-errors';
import { type Refusals, UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { Choice } from '@/lib/ui/choice';
import { HintAndError } from '@/lib/ui/field';
import { reviewBuyAgain } from './action';
import type { BuyAgainCode } from './code';

type Props = FormPlaceProps & {
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly agreementVersion: string;
  readonly refusals: Refusals<BuyAgainCode>;
  readonly words: { readonly agreement: string; readonly version: string; readonly review: string };
};

const FIELD = 'buy-agreement';

/** One box to tick. It asks for a review; nothing is bought yet. */
export function AgreementForm({ hidden, agreementVersion, refusals, words, ...place }: Props) {
  const [state, submit, isPending] = useActionState(reviewBuyAgain, UNTOUCHED);
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
