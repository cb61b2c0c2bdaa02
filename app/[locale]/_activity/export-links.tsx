import { useTranslations } from 'next-intl';
import { pathWith } from '@/app/[locale]/_frame/page-props';
import { ButtonLink } from '@/lib/ui/button';
import type { Selection } from './selection';

/** The same entries, all of them, as files. */
export function ExportLinks({ locale, kept }: { locale: string; kept: Pick<Selection, 'app' | 'person'> }) {
  const t = useTranslations('activity.export');
  return (
    <section aria-labelledby="export">
      <h2 id="export">{t('title')}</h2>
      <p className="quiet">{kept.app || kept.person ? t('narrowed') : t('all')}</p>
      <div className="actions">
        <ButtonLink href={pathWith(`/${locale}/activity/csv`, kept)}>{t('csv')}</ButtonLink>
        <ButtonLink href={pathWith(`/${locale}/activity/json`, kept)}>{t('json')}</ButtonLink>
      </div>
    </section>
  );
}
