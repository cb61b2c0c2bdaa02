'use client';

import { useActionState } from 'react';
import { PlaceFields } from '@/app/[locale]/_task/place-fields';
import { TaskErrors } from '@/app/[locale]/_task/task-errors';
import { UNTOUCHED } from '@/lib/domain/task-state';
import { Button } from '@/lib/ui/button';
import { reviewPlan } from './action';
import type { PlanFormProps } from './form';

type Props = PlanFormProps & { readonly label: string; readonly explanation: string };

/** Gives the planned plan up again: one button, to a review. */
export function KeepPlanForm({ subscription, version, refusals, label, explanation, ...place }: Props) {
  const [state, submit] = useActionState(reviewPlan, UNTOUCHED);
  return (
    <form action={submit} className="undo">
      <TaskErrors errors={state.errors} refusals={refusals} />
      <PlaceFields {...place} />
      <input type="hidden" name="subscription" value={subscription} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="act" value="keep" />
      <p>{explanation}</p>
      <Button kind="plain">{label}</Button>
    </form>
  );
}
