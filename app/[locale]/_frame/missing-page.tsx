import { useTranslations } from 'next-intl';
import { GuideCards, GuideLines } from '@/app/[locale]/_home/guide-cards';
import { GUIDES, type GuideId } from '@/lib/domain/guides/registry';
import type { Locale } from '@/lib/i18n/locales';
import type { Session } from '@/lib/server/session';
import { GuideHead } from '@/lib/ui/guide-head';
import { SearchForm } from '@/lib/ui/search-form';
import { Frame } from './frame';

type Props = {
  readonly locale: Locale;
  readonly session: Session | undefined;
  /** Guides that the words of the address may have meant; none where a record is what is missing. */
  readonly suggestions?: readonly GuideId[];
};

/** What stands at an address that is not there, or not there for this reader: the same for both. */
export function MissingPage({ locale, session, suggestions = [] }: Props) {
  const t = useTranslations('missing');
  const chrome = useTranslations('chrome');
  const others = GUIDES.map(({ id }) => id).filter((id) => !suggestions.includes(id));
  return (
    <Frame locale={locale} path="/help" session={session}>
      <GuideHead title={t('title')} lead={t('lead')}>
        <SearchForm
          action={`/${locale}/help/search`}
          label={chrome('search')}
          submitLabel={chrome('searchSubmit')}
          isLarge
        />
      </GuideHead>
      {suggestions.length > 0 ? (
        <section aria-labelledby="suggestions">
          <h2 id="suggestions">{t('suggestions')}</h2>
          <GuideCards locale={locale} ids={suggestions} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-labelledby="guides">
          <h2 id="guides">{suggestions.length > 0 ? t('others') : t('guides')}</h2>
          <GuideLines locale={locale} ids={others} />
        </section>
      ) : null}
    </Frame>
  );
}
