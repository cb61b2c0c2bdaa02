import { useTranslations } from 'next-intl';
import type { GuideView } from '@/lib/domain/guides/views';
import type { Guide } from '@/lib/guides/load';
import { type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';
import { formatLanguage } from '@/lib/i18n/names';

type Props = {
  readonly locale: Locale;
  readonly guide: Guide;
  readonly view: GuideView | undefined;
  /** What else the address says, such as the chosen app. */
  readonly query: string;
};

/** The ways to read a translated guide, the present one marked; nothing where the page is in the source's language. */
export function ViewLinks({ locale, guide, view, query }: Props) {
  const t = useTranslations('guide.views');
  if (locale === SOURCE_LOCALE) return null;
  const ways = [undefined, 'both', 'source'] as const;
  return (
    <nav className="view-links" aria-label={t('label')}>
      <ul>
        {ways.map((way) => (
          <li key={way ?? 'own'}>
            <a
              href={`/${locale}/help/${guide.id}${withView(query, way)}`}
              aria-current={way === view ? 'true' : undefined}
              lang={way === 'source' ? SOURCE_LOCALE : undefined}
            >
              {way === 'both' ? t('both') : formatLanguage(way === 'source' ? SOURCE_LOCALE : locale)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function withView(query: string, view: GuideView | undefined): string {
  const parameters = new URLSearchParams(query);
  parameters.delete('view');
  if (view) parameters.set('view', view);
  return parameters.size > 0 ? `?${parameters}` : '';
}
