import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import { type Reason, ReasonFields } from '@/app/[locale]/_task/reason-fields';
import type { Refusals } from '@/lib/domain/task-state';
import { findAnswer } from '@/lib/server/form-answer';
import { Actions } from '@/lib/ui/button';
import { Disclosure } from '@/lib/ui/disclosure';
import { SubmitButton } from '@/lib/ui/submit-button';
import { declineOrder } from './action';
import type { DeclineCode } from './code';

type Props = FormPlaceProps & {
  readonly order: string;
  readonly profile: string;
  readonly refusals: Refusals<DeclineCode>;
  readonly reasons: readonly Reason[];
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
            <ReasonFields ids={FIELDS} reasons={reasons} words={words} rows={3} typed={typed} errorAt={errorAt} />
            <Actions>
              <SubmitButton kind="danger">{words.decline}</SubmitButton>
            </Actions>
          </>
        )}
      </ActionForm>
    </Disclosure>
  );
}
