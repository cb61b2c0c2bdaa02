import { ActionForm } from '@/app/[locale]/_task/action-form';
import { PlaceFields } from '@/app/[locale]/_task/place-fields';
import { Button } from '@/lib/ui/button';
import { SubmitButton } from '@/lib/ui/submit-button';
import { reviewLicenseQuantity } from './action';
import type { QuantityFormProps } from './form';

type Props = QuantityFormProps & {
  readonly act: 'take_back' | 'remove_planned_change';
  readonly label: string;
  readonly explanation: string;
  readonly replaceLabel: string;
};

/** Takes back an increase or removes a planned change: one button, to a review. */
export function UndoForm({ subscription, version, refusals, act, label, explanation, replaceLabel, ...place }: Props) {
  return (
    <ActionForm form={act} action={reviewLicenseQuantity} refusals={refusals} className="undo">
      {({ isRefusedFor }) => (
        <>
          <PlaceFields {...place} hidden={{ subscription, version, act }} />
          <p>{explanation}</p>
          {isRefusedFor('pending_change_exists') ? (
            <Button kind="plain" name="replacePlanned" value="yes">
              {replaceLabel}
            </Button>
          ) : (
            <SubmitButton kind="plain">{label}</SubmitButton>
          )}
        </>
      )}
    </ActionForm>
  );
}
