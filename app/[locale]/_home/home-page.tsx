import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Frame } from '@/app/[locale]/_frame/frame';
import { PortalTable } from '@/app/[locale]/_guide/portal-table';
import { listOtherGuides, MAIN_TASKS } from '@/lib/domain/guides/main-tasks';
import type { Locale } from '@/lib/i18n/locales';
import type { Session } from '@/lib/server/session';
import { GuideHead } from '@/lib/ui/guide-head';
import { SearchForm } from '@/lib/ui/search-form';
import { GuideCards, GuideLines } from './guide-cards';

type Props = {
  readonly locale: Locale;
  readonly session: Session | null;
  /** What needs doing, for a reader who has something to do. */
  readonly attention: ReactNode;
};

/** The help's front page: search, what needs doing, then the tasks that most come for, then the other guides. */
export function HomePage({ locale, session, attention }: Props) {
  const t = useTranslations('home');
  const chrome = useTranslations('chrome');
  return (
    <Frame locale={locale} path="/help" session={session ?? undefined} section="help" isForAll={session === null}>
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
        <h2 id="guides">{t('tasks')}</h2>
        <GuideCards locale={locale} ids={MAIN_TASKS} />
      </section>
      <section aria-labelledby="other-guides">
        <h2 id="other-guides">{t('others')}</h2>
        <GuideLines locale={locale} ids={listOtherGuides()} />
      </section>
      <PortalTable isOpen />
    </Frame>
  );
}
