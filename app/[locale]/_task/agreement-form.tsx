import type { Refusals } from '@/lib/domain/task-state';
import type { Action } from '@/lib/server/action';
import { Actions } from '@/lib/ui/button';
import { Choice } from '@/lib/ui/choice';
import { HintAndError } from '@/lib/ui/field';
import { SubmitButton } from '@/lib/ui/submit-button';
import { ActionForm } from './action-form';
import { type FormPlaceProps, PlaceFields } from './place-fields';

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
  const { action, agreementVersion, refusals, words, ...place } = props;
  return (
    <ActionForm form="agreement" action={action} refusals={refusals} fieldIds={{ agreement: FIELD }}>
      {({ typed, errorAt }) => {
        const error = errorAt('agreement');
        return (
          <>
            <PlaceFields {...place} />
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
                defaultChecked={typed.agreement !== undefined}
              />
            </div>
            <Actions>
              <SubmitButton>{words.review}</SubmitButton>
            </Actions>
          </>
        );
      }}
    </ActionForm>
  );
}
