'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type Typed, UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { Field } from '@/lib/ui/field';
import { reviewLicenseQuantity } from './action';
import { type FormPlaceProps, PlaceFields } from './place-fields';

/** What the form was rendered from. `maximum` and `minimum` are what the reader may choose between just now. */
export type QuantityFormProps = FormPlaceProps & {
  readonly subscription: string;
  readonly version: number;
  readonly limits: {
    readonly current: number;
    readonly assigned: number;
    readonly minimum: number;
    readonly maximum: number;
  };
  readonly typed: Typed;
};

/** The new total of licenses. It asks for a review; nothing changes yet. */
export function QuantityForm({ subscription, version, limits, typed, ...place }: QuantityFormProps) {
  const t = useTranslations('changeLicenseQuantity');
  const [state, submit, isPending] = useActionState(reviewLicenseQuantity, UNTOUCHED);
  const say = (code: (typeof state.errors)[number]['code']) => t(`errors.${code}`, limits);
  const ofField = state.errors.find(({ field }) => field === 'quantity');
  const asksWhichToKeep = state.errors.some(({ code }) => code === 'pending_change_exists');
  const fieldId = `quantity-${subscription}`;
  return (
    <form action={submit} noValidate>
      <ErrorSummary
        title={t('errorTitle')}
        errors={state.errors.map(({ field, code }) => ({
          fieldId: field === null ? undefined : fieldId,
          text: say(code),
        }))}
      />
      <PlaceFields {...place} />
      <input type="hidden" name="subscription" value={subscription} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="act" value="change" />
      <Field id={fieldId} label={t('quantity')} hint={t('quantityHint', limits)} error={ofField && say(ofField.code)}>
        {(control) => (
          <>
            <input
              {...control}
              className="input input-number"
              name="quantity"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={state.typed.quantity ?? typed.quantity ?? ''}
            />
            {asksWhichToKeep ? null : <Button aria-disabled={isPending}>{t('review')}</Button>}
          </>
        )}
      </Field>
      {asksWhichToKeep ? (
        <Actions>
          <Button name="replacePlanned" value="yes">
            {t('replacePlanned')}
          </Button>
          <a href={place.here}>{t('keepPlanned')}</a>
        </Actions>
      ) : null}
    </form>
  );
}
