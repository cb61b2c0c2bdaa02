import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import type { Refusals, Typed } from '@/lib/domain/task-state';
import { Actions } from '@/lib/ui/button';
import { type ChoiceOption, ChoiceSet } from '@/lib/ui/choice-set';
import { Field } from '@/lib/ui/field';
import { SubmitButton } from '@/lib/ui/submit-button';
import { inviteMember } from './action';

type Code = Awaited<ReturnType<typeof inviteMember>>['errors'][number]['code'];

type Props = FormPlaceProps & {
  readonly refusals: Refusals<Code>;
  readonly typed: Typed;
  readonly roles: readonly ChoiceOption[];
  readonly words: { readonly address: string; readonly hint: string; readonly role: string; readonly invite: string };
};

const EMAIL = 'invited-email';

/** Whom to invite, and as what. */
export function InviteForm({ refusals, typed: before, roles, words, ...place }: Props) {
  return (
    <ActionForm form="invite" action={inviteMember} refusals={refusals} fieldIds={{ email: EMAIL }}>
      {({ typed, errorAt }) => {
        const shown = { ...before, ...typed };
        return (
          <>
            <PlaceFields {...place} />
            <Field id={EMAIL} label={words.address} hint={words.hint} error={errorAt('email')}>
              {(control) => (
                <input
                  {...control}
                  className="input"
                  type="email"
                  name="email"
                  autoComplete="off"
                  defaultValue={shown.email ?? ''}
                />
              )}
            </Field>
            <ChoiceSet
              id="invited-role"
              legend={words.role}
              name="role"
              choices={roles}
              chosen={shown.role ?? 'member'}
            />
            <Actions>
              <SubmitButton>{words.invite}</SubmitButton>
            </Actions>
          </>
        );
      }}
    </ActionForm>
  );
}
