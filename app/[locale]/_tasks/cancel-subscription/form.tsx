import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import type { CancelTime } from '@/lib/domain/cancellation';
import type { Refusals, Typed } from '@/lib/domain/task-state';
import { Actions } from '@/lib/ui/button';
import { Choice, Choices } from '@/lib/ui/choice';
import { SubmitButton } from '@/lib/ui/submit-button';
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
export function CancelForm(props: Props) {
  const { subscription, version, refusals, options, isQuiet, typed: before, words, ...place } = props;
  return (
    <ActionForm form="cancel" action={reviewCancellation} refusals={refusals}>
      {({ typed }) => {
        const asked = typed.time ?? before.time;
        const chosen = options.find(({ value }) => value === asked) ?? options[0];
        return (
          <>
            <PlaceFields {...place} hidden={{ subscription, version }} />
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
              <SubmitButton kind={isQuiet ? 'plain' : 'primary'}>{words.review}</SubmitButton>
            </Actions>
          </>
        );
      }}
    </ActionForm>
  );
}
