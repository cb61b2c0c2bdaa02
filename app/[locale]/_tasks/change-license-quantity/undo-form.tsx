'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { UNTOUCHED } from '@/lib/domain/task-state';
import { Button } from '@/lib/ui/button';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { reviewLicenseQuantity } from './action';
import type { QuantityFormProps } from './form';
import { PlaceFields } from './place-fields';

type Props = Omit<QuantityFormProps, 'typed'> & {
  readonly act: 'take_back' | 'remove_planned_change';
  readonly label: string;
  readonly explanation: string;
};

/** Takes back an increase or removes a planned change: one button, to a review. */
export function UndoForm({ subscription, version, limits, act, label, explanation, ...place }: Props) {
  const t = useTranslations('changeLicenseQuantity');
  const [state, submit] = useActionState(reviewLicenseQuantity, UNTOUCHED);
  const asksWhichToKeep = state.errors.some(({ code }) => code === 'pending_change_exists');
  return (
    <form action={submit} className="undo">
      <ErrorSummary
        title={t('errorTitle')}
        errors={state.errors.map(({ code }) => ({ text: t(`errors.${code}`, limits) }))}
      />
      <PlaceFields {...place} />
      <input type="hidden" name="subscription" value={subscription} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="act" value={act} />
      <p>{explanation}</p>
      {asksWhichToKeep ? (
        <Button kind="plain" name="replacePlanned" value="yes">
          {t('replacePlanned')}
        </Button>
      ) : (
        <Button kind="plain">{label}</Button>
      )}
    </form>
  );
}
