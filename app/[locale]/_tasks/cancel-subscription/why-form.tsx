import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { type Reason, ReasonFields } from '@/app/[locale]/_task/reason-fields';
import type { Refusals } from '@/lib/domain/task-state';
import { Actions } from '@/lib/ui/button';
import { SubmitButton } from '@/lib/ui/submit-button';
import { explainCancellation } from './action';
import type { ExplainCode } from './code';

type Props = FormPlaceProps & {
  readonly receipt: string;
  readonly refusals: Refusals<ExplainCode>;
  readonly reasons: readonly Reason[];
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
          <ReasonFields ids={FIELDS} reasons={reasons} words={words} rows={4} typed={typed} errorAt={errorAt} />
          <Actions>
            <SubmitButton kind="plain">{words.send}</SubmitButton>
          </Actions>
        </>
      )}
    </ActionForm>
  );
}
