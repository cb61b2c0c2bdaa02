import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Subscription } from '@/db/subscriptions';
import { isOwing } from '@/lib/domain/payment-methods';

type Props = { readonly subscription: Pick<Subscription, 'id' | 'state'>; readonly children: ReactNode };

/** Why something is not possible; where a failed payment is in the way, with the step where it is paid. */
export function WithPayment({ subscription: { id, state }, children }: Props) {
  const t = useTranslations('fixPayment');
  const locale = useLocale();
  if (!isOwing(state)) return children;
  return (
    <>
      {children} <a href={`/${locale}/help/fix-payment?app=${id}#pay-invoice`}>{t('payHere')}</a>
    </>
  );
}
