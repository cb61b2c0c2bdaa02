import { useLocale, useTranslations } from 'next-intl';
import type { ContentPlace } from '@/app/[locale]/_contents';
import { firstOf } from '@/app/[locale]/_frame/page-props';
import { coverageOf, listCountries } from '@/lib/domain/coverage';
import { formatCountry, sortCountries } from '@/lib/i18n/names';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Slip } from '@/lib/ui/slip';

import { Answer } from './answer';

/** Whether apps are sold in the reader's own country, and in any other that is asked for. */
export function drawCountryAnswer({ path, query, reader }: ContentPlace) {
  const asked = firstOf(query, 'country')?.trim().toUpperCase() ?? '';
  return <CountryAnswer action={`${path}#check-country`} asked={asked} own={reader?.organization.country} />;
}

function CountryAnswer({ action, asked, own }: { action: string; asked: string; own: string | undefined }) {
  const t = useTranslations('supportedRegions');
  return (
    <>
      {own && own !== asked ? <Answer country={own} about={t('own')} /> : null}
      <Slip className="country-form">
        <form action={action} method="get">
          <CountryField asked={asked || (own ?? '')} />
        </form>
      </Slip>
      {asked ? <Answer country={asked} about={asked === own ? t('own') : t('chosen')} /> : null}
    </>
  );
}

function CountryField({ asked }: { asked: string }) {
  const t = useTranslations('supportedRegions');
  const locale = useLocale();
  const isKnown = coverageOf(asked).by !== 'unknown';
  return (
    <Field id="country" label={t('country')}>
      {(control) => (
        <>
          <select className="input" name="country" defaultValue={isKnown ? asked : ''} {...control}>
            <option value="">{t('choose')}</option>
            {sortCountries(locale, listCountries()).map((country) => (
              <option key={country} value={country}>
                {formatCountry(locale, country)}
              </option>
            ))}
          </select>
          <Button kind="primary">{t('check')}</Button>
        </>
      )}
    </Field>
  );
}
