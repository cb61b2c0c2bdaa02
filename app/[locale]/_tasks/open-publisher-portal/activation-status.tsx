import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDay } from '@/lib/i18n/formats';
import { LookAgain } from './look-again';
import type { Chosen } from './situation';

type Props = {
  readonly chosen: Chosen;
  readonly here: string;
  /** The way to the portal of an app that is in use. */
  readonly portal: ReactNode;
};

/** Whether the app is active; on the way there, a link to look again. */
export function ActivationStatus({ chosen: { subscription, visit }, here, portal }: Props) {
  const t = useTranslations('openPublisherPortal');
  const locale = useLocale();
  const { id, state, quantity, anchorOn, periodEnd } = subscription;
  if (state === 'pending_activation') {
    return visit === 'opened' || visit === 'arrived' ? <LookAgain here={here} step="check-status" /> : null;
  }
  if (state === 'disabled' || anchorOn === null || periodEnd === null) return null;
  return (
    <>
      {state === 'active' || state === 'active_ending' ? (
        <p>{t('active', { date: formatDay(locale, anchorOn), state, next: formatDay(locale, periodEnd) })}</p>
      ) : null}
      {state === 'active' && quantity !== null ? (
        <p>
          <a href={`/${locale}/help/assign-licenses?app=${id}`}>{t('toAssign')}</a>
        </p>
      ) : null}
      {portal}
    </>
  );
}
