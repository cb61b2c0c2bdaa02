import { useLocale, useTranslations } from 'next-intl';
import { formatCountry } from '@/lib/i18n/names';
import type { Chosen } from './situation';

/** The guide's context line: the app that is being got, else for which country the prices are. */
export function GetAppsContext({ chosen: { order, offer, country } }: { chosen: Chosen }) {
  const t = useTranslations('getApps');
  const locale = useLocale();
  const app = (order?.offer ?? offer)?.name;
  if (app === undefined) return <span>{t('contextCountry', { country: formatCountry(locale, country) })}</span>;
  return <span>{t.rich('context', { app, b: (chunks) => <strong>{chunks}</strong> })}</span>;
}
