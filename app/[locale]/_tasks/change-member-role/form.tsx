import { ActionForm } from '@/app/[locale]/_task/action-form';
import { type FormPlaceProps, PlaceFields } from '@/app/[locale]/_task/place-fields';
import type { OrganizationRole } from '@/lib/domain/roles';
import type { Refusals, Typed } from '@/lib/domain/task-state';
import { Actions } from '@/lib/ui/button';
import { type ChoiceOption, ChoiceSet } from '@/lib/ui/choice-set';
import { SubmitButton } from '@/lib/ui/submit-button';
import { changeMemberRole } from './action';

type Code = Awaited<ReturnType<typeof changeMemberRole>>['errors'][number]['code'];

type Props = FormPlaceProps & {
  readonly refusals: Refusals<Code>;
  readonly typed: Typed;
  readonly personId: string;
  /** The role that the member has now. */
  readonly role: OrganizationRole;
  readonly roles: readonly ChoiceOption[];
  readonly words: { readonly role: string; readonly change: string };
};

export function MemberRoleForm({ refusals, typed: before, personId, role, roles, words, ...place }: Props) {
  return (
    <ActionForm form="member-role" action={changeMemberRole} refusals={refusals} fieldIds={{ role: 'role' }}>
      {({ typed, errorAt }) => (
        <>
          <PlaceFields {...place} hidden={{ person: personId, from: role }} />
          <ChoiceSet
            id="role"
            legend={words.role}
            name="role"
            choices={roles}
            chosen={typed.role ?? before.role ?? role}
            error={errorAt('role')}
          />
          <Actions>
            <SubmitButton>{words.change}</SubmitButton>
          </Actions>
        </>
      )}
    </ActionForm>
  );
}
