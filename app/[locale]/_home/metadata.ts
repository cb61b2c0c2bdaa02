import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireLocale } from '@/app/[locale]/_frame/page-props';
import { LOCALES, SOURCE_LOCALE } from '@/lib/i18n/locales';

export async function homeMetadata({ locale: tag }: { locale: string }): Promise<Metadata> {
  const locale = requireLocale(tag);
  const t = await getTranslations('home');
  return {
    title: `${t('title')} – Stegvis`,
    description: t('lead'),
    alternates: {
      canonical: `/${locale}/help`,
      languages: {
        ...Object.fromEntries(LOCALES.map((language) => [language, `/${language}/help`])),
        'x-default': `/${SOURCE_LOCALE}/help`,
      },
    },
  };
}
