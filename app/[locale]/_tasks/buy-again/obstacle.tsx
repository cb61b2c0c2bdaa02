import { getLocale, getTranslations } from 'next-intl/server';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import { formatCountry } from '@/lib/i18n/names';
import type { Reader } from '@/lib/server/guard';
import type { Chosen } from './situation';

type Props = { readonly reader: Reader; readonly chosen: Chosen; readonly reason: string };

const KNOWN = [
  'subscription_not_disabled',
  'already_bought_again',
  'country_not_served',
  'not_sold_in_country',
  'not_sold',
] as const;

/** Why the app cannot be bought again, and what to do about it. */
export async function Obstacle({ reader, chosen: { subscription }, reason }: Props) {
  const t = await getTranslations('buyAgain');
  const locale = await getLocale();
  const code = KNOWN.find((known) => known === reason);
  if (!code) return <WhoMay reader={reader} permission="subscription.buy" profile={subscription.profile} />;
  const country = formatCountry(locale, reader.organization.country);
  const text = t(`obstacles.${code}`, { currency: subscription.currency, country });
  if (code === 'not_sold' || code === 'not_sold_in_country') {
    return (
      <>
        {text} <a href={`/${locale}/help/get-apps`}>{t('otherApp')}</a>
      </>
    );
  }
  if (code !== 'already_bought_again' || subscription.replacedById === null) return text;
  return (
    <>
      {text} <a href={`/${locale}/apps/${subscription.replacedById}`}>{t('openNew')}</a>
    </>
  );
}
