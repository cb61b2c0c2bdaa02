import { useTranslations } from 'next-intl';
import { siteOrigin } from '@/lib/env';
import type { Guide } from '@/lib/guides/load';
import { type Locale, SOURCE_LOCALE } from '@/lib/i18n/locales';

/** The guide as machines read it: JSON-LD, which browsers do not run. */
export function StructuredData({ locale, guide }: { locale: Locale; guide: Guide }) {
  const t = useTranslations('guide');
  const address = (tag: Locale) => `${siteOrigin()}/${tag}/help/${guide.id}`;
  const home = { '@type': 'ListItem', position: 1, name: t('help'), item: `${siteOrigin()}/${locale}/help` };
  const data = [
    {
      '@context': 'https://schema.org',
      '@type': 'TechArticle',
      headline: guide.title,
      description: guide.promise,
      inLanguage: guide.lang,
      url: address(locale),
      ...(guide.lang === SOURCE_LOCALE
        ? {}
        : { translationOfWork: { '@type': 'TechArticle', '@id': address(SOURCE_LOCALE) } }),
    },
    {
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: [home, { '@type': 'ListItem', position: 2, name: guide.title, item: address(locale) }],
    },
  ];
  // `<` is written as an escape so that no text of ours can close the element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return <script type="application/ld+json">{json}</script>;
}
