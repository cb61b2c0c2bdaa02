import { useLocale, useTranslations } from 'next-intl';

/** For a reader without a disabled app: the storefront is where new ones are. */
export function NothingDisabled() {
  const t = useTranslations('buyAgain');
  const locale = useLocale();
  return (
    <p>
      {t('nothingDisabled')} <a href={`/${locale}/help/get-apps`}>{t('otherApp')}</a>
    </p>
  );
}
