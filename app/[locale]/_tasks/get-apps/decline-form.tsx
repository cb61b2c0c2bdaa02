import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import type { Refusals } from '@/lib/domain/task-state';
import { findAnswer } from '@/lib/server/form-answer';
import { Actions } from '@/lib/ui/button';
import { Choice, Choices } from '@/lib/ui/choice';
import { Disclosure } from '@/lib/ui/disclosure';
import { Field } from '@/lib/ui/field';
import { SubmitButton } from '@/lib/ui/submit-button';
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

const FORM = 'decline';
const FIELDS = { reason: 'decline-reason', comment: 'decline-comment' } as const;

/** Folded away until it is wanted or has come back: a reason, and a comment if there is more to say. */
export function DeclineForm({ order, profile, refusals, reasons, words, ...place }: Props) {
  return (
    <Disclosure summary={words.decline} isOpen={findAnswer(FORM).errors.length > 0}>
      <ActionForm form={FORM} action={declineOrder} refusals={refusals} fieldIds={FIELDS}>
        {({ typed, errorAt }) => (
          <>
            <PlaceFields {...place} hidden={{ order, profile }} />
            <Choices id={FIELDS.reason} legend={words.reason} hint={words.reasonHint} error={errorAt('reason')}>
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
            <Field id={FIELDS.comment} label={words.comment} hint={words.commentHint} error={errorAt('comment')}>
              {(control) => (
                <textarea {...control} className="input" name="comment" rows={3} defaultValue={typed.comment ?? ''} />
              )}
            </Field>
            <Actions>
              <SubmitButton kind="danger">{words.decline}</SubmitButton>
            </Actions>
          </>
        )}
      </ActionForm>
    </Disclosure>
  );
}
