import type { Refusals } from '@/lib/domain/task-state';
import type { Action } from '@/lib/server/action';
import { Actions, type ButtonKind } from '@/lib/ui/button';
import { SubmitButton } from '@/lib/ui/submit-button';
import { ActionForm } from './action-form';
import { type FormPlaceProps, PlaceFields } from './place-fields';

type Props<Code extends string> = FormPlaceProps & {
  readonly form: string;
  readonly action: Action<Code>;
  readonly refusals: Refusals<Code>;
  /** Everything that is confirmed, by field name. */
  readonly hidden: Readonly<Record<string, string | number>>;
  /** Names the act: "Change to 14 licenses". */
  readonly label: string;
  readonly kind?: ButtonKind;
  /** The way out without doing it. */
  readonly leave?: { readonly href: string; readonly label: string };
};

/** Confirms exactly what stands above it: a form without anything to fill in. */
export function CommitForm<Code extends string>({
  form,
  action,
  refusals,
  hidden,
  label,
  kind = 'primary',
  leave,
  ...place
}: Props<Code>) {
  return (
    <ActionForm form={form} action={action} refusals={refusals}>
      <PlaceFields {...place} hidden={hidden} />
      <Actions>
        <SubmitButton kind={kind}>{label}</SubmitButton>
        {leave ? <a href={leave.href}>{leave.label}</a> : null}
      </Actions>
    </ActionForm>
  );
}
