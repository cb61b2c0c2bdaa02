import type { Metadata } from 'next';
import { requireLocale } from '@/app/[locale]/_frame/page-props';
import { isGuideId } from '@/lib/domain/guides/registry';
import { type Guide, hasGuide, loadGuide } from '@/lib/guides/load';
import { LOCALES, SOURCE_LOCALE } from '@/lib/i18n/locales';

/** Title, description, and which languages the guide is really written in; a fallback points to its source. */
export function guideMetadata({ locale: tag, guide: id }: { locale: string; guide: string }): Metadata {
  const locale = requireLocale(tag);
  if (!isGuideId(id)) return {};
  const guide = loadGuide(locale, id);
  const address = (language: string) => `/${language}/help/${id}`;
  const written = LOCALES.filter((language) => hasGuide(language, id));
  return {
    title: titleOf(guide),
    description: guide.promise,
    alternates: {
      canonical: address(guide.isTranslated ? locale : guide.lang),
      languages: {
        ...Object.fromEntries(written.map((language) => [language, address(language)])),
        'x-default': address(SOURCE_LOCALE),
      },
    },
    ...(guide.isTranslated ? {} : { robots: { index: false } }),
  };
}

/** A reader's own page has nothing to tell to search engines, which never see it. */
export function liveGuideMetadata({ locale, guide: id }: { locale: string; guide: string }): Metadata {
  return isGuideId(id) ? { title: titleOf(loadGuide(requireLocale(locale), id)) } : {};
}

/** The guide's own, but not for search engines: the page itself is what they shall find. */
export function twinMetadata(params: { locale: string; guide: string }): Metadata {
  return { ...guideMetadata(params), robots: { index: false } };
}

function titleOf({ title }: Guide): string {
  return `${title} – Stegvis`;
}
