'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { QuantityWish } from '@/lib/domain/quantity-decision';
import { UNTOUCHED } from '@/lib/domain/task-state';
import { Actions, Button } from '@/lib/ui/button';
import { ErrorSummary } from '@/lib/ui/error-summary';
import { changeLicenseQuantity } from './action';
import type { QuantityFormProps } from './form';
import { PlaceFields } from './place-fields';

type Props = Omit<QuantityFormProps, 'typed'> & {
  readonly wish: QuantityWish;
  /** Names the act: "Change to 14 licenses". */
  readonly label: string;
  /** The same page without the review. */
  readonly back: string;
};

/** Confirms exactly what stands above it. */
export function CommitForm({ subscription, version, limits, wish, label, back, ...place }: Props) {
  const t = useTranslations('changeLicenseQuantity');
  const [state, submit, isPending] = useActionState(changeLicenseQuantity, UNTOUCHED);
  const replaces = wish.act !== 'remove_planned_change' && wish.replacePlanned;
  return (
    <form action={submit}>
      <ErrorSummary
        title={t('errorTitle')}
        errors={state.errors.map(({ code }) => ({ text: t(`errors.${code}`, limits) }))}
      />
      <PlaceFields {...place} />
      <input type="hidden" name="subscription" value={subscription} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="act" value={wish.act} />
      {wish.act === 'change' ? <input type="hidden" name="quantity" value={wish.quantity} /> : null}
      <input type="hidden" name="replacePlanned" value={replaces ? 'yes' : 'no'} />
      <Actions>
        <Button aria-disabled={isPending}>{label}</Button>
        <a href={back}>{t('leave')}</a>
      </Actions>
    </form>
  );
}
