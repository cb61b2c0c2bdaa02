import { useLocale, useTranslations } from 'next-intl';
import { listCoveredBy } from '@/lib/domain/coverage';
import { SOLD_IN } from '@/lib/domain/guides/regions';
import { formatList } from '@/lib/i18n/formats';
import { formatCountry, sortCountries } from '@/lib/i18n/names';
import { PlaceList } from '@/lib/ui/place-list';

export function drawSoldIn() {
  return <SoldIn />;
}

/** Where apps are sold: the countries by name, then the groups, each with those that it alone brings in. */
function SoldIn() {
  const t = useTranslations('supportedRegions');
  const regions = useTranslations('guide.regions');
  const locale = useLocale();
  return (
    <PlaceList
      places={[
        ...sortCountries(locale, SOLD_IN.countries).map((country) => ({ name: formatCountry(locale, country) })),
        ...SOLD_IN.groups.map((group) => {
          const members = sortCountries(locale, listCoveredBy(group)).map((country) => formatCountry(locale, country));
          return { name: regions(group), detail: t('members', { countries: formatList(locale, members) }) };
        }),
      ]}
    />
  );
}
