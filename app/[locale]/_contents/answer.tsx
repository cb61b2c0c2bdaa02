import { useLocale, useTranslations } from 'next-intl';
import { type Coverage, coverageOf } from '@/lib/domain/coverage';
import { formatCountry, formatCurrency } from '@/lib/i18n/names';
import { Pair, Pairs } from '@/lib/ui/pairs';
import { Slip } from '@/lib/ui/slip';
import { StateMark } from '@/lib/ui/state-mark';

/** The answer for one country, in words. `about` says why this country is answered. */
export function Answer({ country, about }: { country: string; about: string }) {
  const t = useTranslations('supportedRegions');
  const locale = useLocale();
  const coverage = coverageOf(country);
  if (coverage.by === 'unknown') {
    return (
      <Slip className="country-answer">
        <p>{t('unknown')}</p>
      </Slip>
    );
  }
  return (
    <Slip className="country-answer">
      <p className="small quiet">{about}</p>
      <h3>{formatCountry(locale, country)}</h3>
      <p>
        <StateMark tone={coverage.by === 'nothing' ? 'ended' : 'good'}>
          {coverage.by === 'nothing' ? t('notSold') : t('sold')}
        </StateMark>
      </p>
      {coverage.by === 'nothing' ? null : <Covered coverage={coverage} />}
    </Slip>
  );
}

function Covered({ coverage }: { coverage: Extract<Coverage, { readonly by: 'country' | 'group' }> }) {
  const t = useTranslations('supportedRegions');
  const regions = useTranslations('guide.regions');
  const locale = useLocale();
  return (
    <>
      <Pairs>
        <Pair name={t('covered')}>
          {coverage.by === 'group' ? t('byGroup', { group: regions(coverage.group) }) : t('byCountry')}
        </Pair>
        <Pair name={t('currency')}>{formatCurrency(locale, coverage.currency)}</Pair>
      </Pairs>
      <p className="hint">{t('language')}</p>
    </>
  );
}
