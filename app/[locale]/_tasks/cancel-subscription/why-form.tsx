import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import type { Refusals } from '@/lib/domain/task-state';
import { Actions } from '@/lib/ui/button';
import { Choice, Choices } from '@/lib/ui/choice';
import { Field } from '@/lib/ui/field';
import { SubmitButton } from '@/lib/ui/submit-button';
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

const FIELDS = { reason: 'why-reason', comment: 'why-comment' } as const;

/** A reason, a comment, or both. */
export function WhyForm({ receipt, refusals, reasons, words, ...place }: Props) {
  return (
    <ActionForm form="why" action={explainCancellation} refusals={refusals} fieldIds={FIELDS}>
      {({ typed, errorAt }) => (
        <>
          <PlaceFields {...place} hidden={{ receipt }} />
          <Choices id={FIELDS.reason} legend={words.reason} error={errorAt('reason')}>
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
              <textarea {...control} className="input" name="comment" rows={4} defaultValue={typed.comment ?? ''} />
            )}
          </Field>
          <Actions>
            <SubmitButton kind="plain">{words.send}</SubmitButton>
          </Actions>
        </>
      )}
    </ActionForm>
  );
}
