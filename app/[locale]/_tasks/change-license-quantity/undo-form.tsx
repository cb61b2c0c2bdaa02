'use client';

import { useActionState } from 'react';
import { PlaceFields } from '@/app/[locale]/_task/place-fields';
import { TaskErrors } from '@/app/[locale]/_task/task-errors';
import { UNTOUCHED } from '@/lib/domain/task-state';
import { Button } from '@/lib/ui/button';
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
  const [state, submit] = useActionState(reviewLicenseQuantity, UNTOUCHED);
  const asksWhichToKeep = state.errors.some(({ code }) => code === 'pending_change_exists');
  return (
    <form action={submit} className="undo">
      <TaskErrors errors={state.errors} refusals={refusals} />
      <PlaceFields {...place} />
      <input type="hidden" name="subscription" value={subscription} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="act" value={act} />
      <p>{explanation}</p>
      {asksWhichToKeep ? (
        <Button kind="plain" name="replacePlanned" value="yes">
          {replaceLabel}
        </Button>
      ) : (
        <Button kind="plain">{label}</Button>
      )}
    </form>
  );
}
