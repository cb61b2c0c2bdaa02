import { useTranslations } from 'next-intl';
import { GUIDES } from '@/lib/domain/guides/registry';
import { loadGuide } from '@/lib/guides/load';
import type { Locale } from '@/lib/i18n/locales';
import type { Session } from '@/lib/server/session';
import { GuideHead } from '@/lib/ui/guide-head';
import { SearchForm } from '@/lib/ui/search-form';
import { TaskCard, TaskCards } from '@/lib/ui/task-card';
import { Frame } from './frame';

/** What stands at an address that is not there, or not there for this reader: the same for both. */
export function MissingPage({ locale, session }: { locale: Locale; session: Session | undefined }) {
  const t = useTranslations('missing');
  const chrome = useTranslations('chrome');
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
      <section aria-labelledby="guides">
        <h2 id="guides">{t('guides')}</h2>
        <TaskCards>
          {GUIDES.map(({ id }) => {
            const { title, summary } = loadGuide(locale, id);
            return <TaskCard key={id} href={`/${locale}/help/${id}`} title={title} description={summary} />;
          })}
        </TaskCards>
      </section>
    </Frame>
  );
}
