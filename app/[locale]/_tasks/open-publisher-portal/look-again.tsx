import { useTranslations } from 'next-intl';

/** The same page once more: the publisher may have told us something since. */
export function LookAgain({ here, step }: { here: string; step: string }) {
  const t = useTranslations('openPublisherPortal');
  return (
    <p>
      <a href={`${here}#${step}`}>{t('checkAgain')}</a>
    </p>
  );
}
