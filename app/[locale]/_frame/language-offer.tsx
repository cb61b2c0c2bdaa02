import { getTranslations } from 'next-intl/server';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import { lookupLocale } from '@/lib/i18n/negotiate';
import { readLanguageSigns } from '@/lib/server/language-signs';
import { OfferLine } from '@/lib/ui/offer-line';

type Props = {
  readonly locale: Locale;
  readonly personLocale: string | undefined;
  /** The address of this page in a language, as the reader's choice. */
  readonly inLanguage: (tag: Locale) => string;
};

/** Offers the page in the reader's own language, in that language; nothing once they have chosen one. */
export async function LanguageOffer({ locale, personLocale, inLanguage }: Props) {
  const { hasChosen, acceptLanguage } = await readLanguageSigns();
  const own = personLocale !== undefined && isLocale(personLocale) ? personLocale : lookupLocale(acceptLanguage);
  if (hasChosen || own === undefined || own === locale) return null;
  const t = await getTranslations({ locale: own, namespace: 'frame.offer' });
  return (
    <OfferLine lang={own} label={t('label')} dismiss={<a href={inLanguage(locale)}>{t('dismiss')}</a>}>
      <a href={inLanguage(own)} hrefLang={own}>
        {t('accept')}
      </a>
    </OfferLine>
  );
}
