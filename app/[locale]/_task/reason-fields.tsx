import { Choice, Choices } from '@/lib/ui/choice';
import { Field } from '@/lib/ui/field';
import type { Answered } from './action-form';

export type Reason = { readonly value: string; readonly label: string };

type Props = Pick<Answered<string>, 'typed' | 'errorAt'> & {
  /** Element ids by field name. */
  readonly ids: { readonly reason: string; readonly comment: string };
  readonly reasons: readonly Reason[];
  readonly words: {
    readonly reason: string;
    readonly reasonHint?: string;
    readonly comment: string;
    readonly commentHint: string;
  };
  /** Of the comment, before it has to be scrolled. */
  readonly rows: number;
};

/** Why: one of a few reasons, and a comment if there is more to say. */
export function ReasonFields({ ids, reasons, words, rows, typed, errorAt }: Props) {
  return (
    <>
      <Choices id={ids.reason} legend={words.reason} hint={words.reasonHint} error={errorAt('reason')}>
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
      <Field id={ids.comment} label={words.comment} hint={words.commentHint} error={errorAt('comment')}>
        {(control) => (
          <textarea {...control} className="input" name="comment" rows={rows} defaultValue={typed.comment ?? ''} />
        )}
      </Field>
    </>
  );
}
