import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import type { Refusals, Typed } from '@/lib/domain/task-state';
import { Actions } from '@/lib/ui/button';
import { type ChoiceOption, ChoiceSet } from '@/lib/ui/choice-set';
import { SubmitButton } from '@/lib/ui/submit-button';
import { reviewBillingProfile } from './action';
import type { MoveCode } from './code';

type Props = FormPlaceProps & {
  readonly subscription: string;
  readonly version: number;
  readonly refusals: Refusals<MoveCode>;
  readonly typed: Typed;
  readonly choices: readonly ChoiceOption[];
  readonly words: { readonly profile: string; readonly review: string };
};

/** The other profile. It asks for a review; nothing changes yet. */
export function BillingProfileForm(props: Props) {
  const { subscription, version, refusals, typed: before, choices, words, ...place } = props;
  const fieldId = `profile-${subscription}`;
  return (
    <ActionForm form="profile" action={reviewBillingProfile} refusals={refusals} fieldIds={{ profile: fieldId }}>
      {({ typed, errorAt }) => (
        <>
          <PlaceFields {...place} hidden={{ subscription, version }} />
          <ChoiceSet
            id={fieldId}
            legend={words.profile}
            name="profile"
            choices={choices}
            chosen={typed.profile ?? before.profile}
            error={errorAt('profile')}
          />
          {choices.some(({ isImpossible }) => !isImpossible) ? (
            <Actions>
              <SubmitButton>{words.review}</SubmitButton>
            </Actions>
          ) : null}
        </>
      )}
    </ActionForm>
  );
}
