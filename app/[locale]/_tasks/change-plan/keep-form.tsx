import { ActionForm } from '@/app/[locale]/_task/action-form';
import { PlaceFields } from '@/app/[locale]/_task/place-fields';
import { SubmitButton } from '@/lib/ui/submit-button';
import { reviewPlan } from './action';
import type { PlanFormProps } from './form';

type Props = PlanFormProps & { readonly label: string; readonly explanation: string };

/** Gives the planned plan up again: one button, to a review. */
export function KeepPlanForm({ subscription, version, refusals, label, explanation, ...place }: Props) {
  return (
    <ActionForm form="keep-plan" action={reviewPlan} refusals={refusals} className="undo">
      <PlaceFields {...place} hidden={{ subscription, version, act: 'keep' }} />
      <p>{explanation}</p>
      <SubmitButton kind="plain">{label}</SubmitButton>
    </ActionForm>
  );
}
