import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Frame } from '@/app/[locale]/_frame/frame';
import { PortalTable } from '@/app/[locale]/_guide/portal-table';
import { GUIDES } from '@/lib/domain/guides/registry';
import { loadGuide } from '@/lib/guides/load';
import type { Locale } from '@/lib/i18n/locales';
import type { Session } from '@/lib/server/session';
import { GuideHead } from '@/lib/ui/guide-head';
import { SearchForm } from '@/lib/ui/search-form';
import { TaskCard, TaskCards } from '@/lib/ui/task-card';

type Props = {
  readonly locale: Locale;
  readonly session: Session | null;
  /** What needs doing, for a reader who has something to do. */
  readonly attention: ReactNode;
};

/** The help's front page: what needs doing first, then search, then every guide. */
export function HomePage({ locale, session, attention }: Props) {
  const t = useTranslations('home');
  const chrome = useTranslations('chrome');
  return (
    <Frame locale={locale} path="/help" session={session ?? undefined} section="help">
      <GuideHead title={t('title')} lead={t('lead')}>
        <SearchForm
          action={`/${locale}/help/search`}
          label={chrome('search')}
          submitLabel={chrome('searchSubmit')}
          isLarge
        />
      </GuideHead>
      {attention}
      <section aria-labelledby="guides">
        <h2 id="guides">{t('guides')}</h2>
        <TaskCards>
          {GUIDES.map(({ id }) => {
            const { title, summary, steps } = loadGuide(locale, id);
            return (
              <TaskCard
                key={id}
                href={`/${locale}/help/${id}`}
                title={title}
                description={summary}
                stepCount={steps.length}
                stepsText={steps.length > 0 ? t('steps', { count: steps.length }) : undefined}
              />
            );
          })}
        </TaskCards>
      </section>
      <PortalTable isOpen />
    </Frame>
  );
}
