import { useTranslations } from 'next-intl';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import { FILTERS, type Filter, SORTS, type Sort } from './selection';

/** Filter and order as links: each choice is an address. */
export function AppFilters({ locale, filter, sort }: { locale: string; filter: Filter; sort: Sort }) {
  const t = useTranslations('apps');
  const address = (show: Filter, by: Sort) =>
    pathWith(`/${locale}/apps`, { show: show === 'all' ? undefined : show, sort: by === 'name' ? undefined : by });
  return (
    <div className="filters">
      <nav aria-label={t('filter')}>
        <span className="quiet">{t('filter')}</span>
        {FILTERS.map((each) => (
          <a key={each} href={address(each, sort)} aria-current={each === filter ? 'true' : undefined}>
            {t(`filters.${each}`)}
          </a>
        ))}
      </nav>
      <nav aria-label={t('sort')}>
        <span className="quiet">{t('sort')}</span>
        {SORTS.map((each) => (
          <a key={each} href={address(filter, each)} aria-current={each === sort ? 'true' : undefined}>
            {t(`sorts.${each}`)}
          </a>
        ))}
      </nav>
    </div>
  );
}
