import { getLocale, getTranslations } from 'next-intl/server';
import { WhoMay } from '@/app/[locale]/_task/who-may';
import { SOLD_IN } from '@/lib/domain/guides/regions';
import { formatDay, formatInstant, formatList } from '@/lib/i18n/formats';
import { formatCountry, sortCountries } from '@/lib/i18n/names';
import type { Reader } from '@/lib/server/guard';
import type { Chosen } from './situation';

type Props = { readonly reader: Reader; readonly chosen: Chosen; readonly reason: string };

const KNOWN = [
  'country_not_served',
  'not_sold_in_country',
  'not_sold_in_currency',
  'profile_missing',
  'not_billed',
  'order_accepted',
  'order_declined',
  'order_withdrawn',
  'order_expired',
] as const;

/** Why this cannot be bought, or not by this reader, and what to do about it. */
export async function Obstacle({ reader, chosen, reason }: Props) {
  const t = await getTranslations('getApps');
  const all = await getTranslations();
  const locale = await getLocale();
  const code = KNOWN.find((known) => known === reason);
  if (!code) return <WhoMayBuy reader={reader} chosen={chosen} />;
  const { order, offer, country, currency } = chosen;
  const closedAt = order?.acceptedAt ?? order?.declinedAt;
  const day = order && formatDay(locale, order.validThrough);
  const nameOf = (place: string) => formatCountry(locale, place);
  const everywhere = [
    ...sortCountries(locale, SOLD_IN.countries).map(nameOf),
    ...SOLD_IN.groups.map((group) => all(`guide.regions.${group}`)),
  ];
  const soldIn = sortCountries(locale, offer?.soldIn ?? []).map(nameOf);
  const text = t(`obstacles.${code}`, {
    app: offer?.name ?? '',
    country: nameOf(country),
    currency: currency ?? '',
    places: formatList(locale, code === 'country_not_served' ? everywhere : soldIn),
    person: order?.closedByName ?? '',
    sender: order?.senderName ?? '',
    date: order && closedAt ? formatInstant(locale, closedAt, order.timeZone) : (day ?? ''),
  });
  if (code !== 'order_accepted' || !order?.subscriptionId) return text;
  return (
    <>
      {text} <a href={`/${locale}/apps/${order.subscriptionId}`}>{t('openOwned', { app: order.offer.name })}</a>
    </>
  );
}

/** For each profile that could pay, whom to ask. */
function WhoMayBuy({ reader, chosen: { profiles } }: Pick<Props, 'reader' | 'chosen'>) {
  return profiles
    .filter(({ refusal }) => refusal === 'permission_missing')
    .map(({ profile }) => (
      <span key={profile.id} className="block">
        <WhoMay reader={reader} permission="subscription.buy" profile={profile} />
      </span>
    ));
}
